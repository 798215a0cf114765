import { Component, type ReactNode, Suspense } from 'react';
import { text } from './text';

interface OptionalProps {
  readonly children: ReactNode;
}

/** A part without which the page still serves: nothing until it is loaded, and a sentence where it fails. */
export class Optional extends Component<OptionalProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <span className="quiet">{text.partFailed}</span> : <Suspense>{this.props.children}</Suspense>;
  }
}
