import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly about?: string;
  readonly children: ReactNode;
}

/** One part of the page on which a study is made. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <section className="make-section" aria-labelledby={id}>
      <div className="make-section-head">
        <h3 id={id}>{title}</h3>
        {about !== undefined && <p className="quiet">{about}</p>}
      </div>
      {children}
    </section>
  );
}
