import type { PrototypeStudy } from '../../../review/study';
import { mergeText } from './mergeText';

/** The sections of the results, to go to one. The address names the page, so these are no links. */
export function MergeContents({ study }: { readonly study: PrototypeStudy }) {
  return (
    <nav className="merge-contents" aria-label={mergeText.sections}>
      <ul>
        {toSections(study).map(({ id, title }) => (
          <li key={id}>
            <button type="button" onClick={() => goToSection(id)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function toSections({ repeatShare, planted, isClassHidden }: PrototypeStudy): readonly { readonly id: string; readonly title: string }[] {
  return [
    { id: 'merge-readers', title: mergeText.completeness.title },
    { id: 'merge-scores', title: mergeText.scores.title },
    { id: 'merge-agreement', title: mergeText.agreement.title },
    ...(repeatShare > 0 ? [{ id: 'merge-repeats', title: mergeText.repeats.title }] : []),
    ...(planted.length > 0 ? [{ id: 'merge-planted', title: mergeText.planted.title }] : []),
    ...(isClassHidden ? [{ id: 'merge-naming', title: mergeText.naming.title }] : []),
    { id: 'merge-disputed', title: mergeText.disputed.title },
    { id: 'merge-prototypes', title: mergeText.prototypes.title },
  ];
}

/** Who goes on with the keyboard goes on from the heading. */
function goToSection(id: string): void {
  const heading = document.getElementById(`${id}-title`);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
