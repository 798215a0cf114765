import { toCsv } from '../csv';
import type { PrototypeStudy } from '../study';
import type { Decisions } from './decision';
import type { DisputedPrototype } from './findDisputed';

/**
 * The prototypes on which readers differ as a table, one row an opinion under its letter, comma-separated with a head. The
 * coordinator's decision stands in each row of its prototype.
 */
export function toAdjudicationCsv(study: PrototypeStudy, disputed: readonly DisputedPrototype[], decisions: Decisions): string {
  const head = [
    ...['prototype', 'classes', 'largest_sd', 'is_bad_disputed', 'decision', 'decision_note', 'reader'],
    ...study.questions,
    ...['mark', 'reasons', 'comment'],
  ];
  const rows = disputed.flatMap(({ summary, spread, isBadDisputed }) => {
    const decision = decisions.get(summary.prototype);
    const about = [
      ...[summary.prototype, summary.classes.join(' '), spread ?? '', Number(isBadDisputed)],
      ...[decision?.kind ?? '', decision?.note ?? ''],
    ];
    return summary.opinions.map(({ letter, scores, mark, reasons, comment }) => [
      ...about,
      letter,
      ...study.questions.map((question) => scores[question] ?? ''),
      ...[mark ?? '', reasons.join(' '), comment],
    ]);
  });
  return toCsv([head, ...rows]);
}
