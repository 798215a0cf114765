import type { ReactNode } from 'react';

interface ResultSectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the results under its heading. */
export function ResultSection({ id, title, children }: ResultSectionProps) {
  return (
    <section id={id} className="merge-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
