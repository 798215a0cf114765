import type { StudyTable } from './studyTable';

/** How often a class was named for prototypes of another. */
export interface Confusion {
  /** The prototype's own class, or its two. */
  readonly shown: string;
  readonly named: string;
  readonly count: number;
}

/** What readers named while the class was hidden. */
export interface NamingSummary {
  readonly named: number;
  /** How often it was the prototype's class, or one of its two. */
  readonly right: number;
  /** By class, the least often named right first. */
  readonly classes: readonly { readonly name: string; readonly named: number; readonly right: number }[];
  /** What was named instead, the most frequent first. */
  readonly confusions: readonly Confusion[];
}

/** Compares the classes that readers named with those of the prototypes; null where the study hides none. */
export function summariseNaming({ study, states }: StudyTable): NamingSummary | null {
  if (!study.isClassHidden) return null;
  const pairs = states.flatMap((row, place) =>
    row.flatMap(({ answers }) => (answers.class === null ? [] : [{ classes: study.items[place]!.classes, named: answers.class }])),
  );
  const isRight = ({ classes, named }: (typeof pairs)[number]): boolean => classes.includes(named);
  const confusions = new Map<string, Confusion>();
  for (const { classes, named } of pairs.filter((pair) => !isRight(pair))) {
    const shown = classes.join(' + ');
    const key = JSON.stringify([shown, named]);
    confusions.set(key, { shown, named, count: (confusions.get(key)?.count ?? 0) + 1 });
  }
  const names = [...new Set(pairs.flatMap(({ classes }) => classes))].sort();
  return {
    named: pairs.length,
    right: pairs.filter(isRight).length,
    classes: names
      .map((name) => {
        const ofClass = pairs.filter(({ classes }) => classes.includes(name));
        return { name, named: ofClass.length, right: ofClass.filter(isRight).length };
      })
      .sort((a, b) => a.right / a.named - b.right / b.named),
    confusions: [...confusions.values()].sort((a, b) => b.count - a.count),
  };
}
