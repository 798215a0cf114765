import type { ReviewNotice } from '../../store/review/state';
import { formatCount } from '../../viewer/format';

/** What a notice of review mode says, in one or two sentences. */
export function toNoticeSentence(notice: ReviewNotice): string {
  switch (notice.kind) {
    case 'overtaken':
      return `${toEntries(notice.count)} given here ${notice.count === 1 ? 'was' : 'were'} given in another tab too: those count.`;
    case 'closedElsewhere':
      return `This review was locked in another tab. ${toEntries(notice.count)} given here afterwards ${notice.count === 1 ? 'is' : 'are'} not in it.`;
    case 'restored':
      return `The browser had lost this review. All ${toEntries(notice.count)} that this page holds ${notice.count === 1 ? 'was' : 'were'} kept again.`;
    case 'imported':
      return notice.isNew
        ? `“${notice.title}” goes on here, with ${toSteps(notice.count)} from the file.`
        : `${toSteps(notice.count)} from the file were added to “${notice.title}”.`;
    case 'nothingNew':
      return notice.ahead === 0
        ? `Everything in the file is here already: “${notice.title}”.`
        : `The file is older than “${notice.title}” here, which has ${toSteps(notice.ahead)} more. Nothing was changed.`;
    case 'forked':
      return `This file and “${notice.title}” here agree on ${toSteps(notice.common)} and then differ: ${toSteps(notice.here)} here, ${toSteps(notice.inFile)} in the file. Nothing was changed; a coordinator can merge both.`;
    case 'noSuchReview':
      return 'The review of this address is not on this computer. Open its answers file to go on with it.';
    case 'damaged':
      return `“${notice.title}” was changed in the browser’s storage: entry ${notice.entry} does not follow from the one before. Open the last exported file to go on.`;
    case 'outdated':
      return 'Another tab has a newer version of this page. Reload this one to go on.';
    case 'failed':
      return notice.sentence;
  }
}

/** What a reader wanted and did not get. */
export function isProblem({ kind }: ReviewNotice): boolean {
  return kind !== 'imported' && kind !== 'nothingNew' && kind !== 'restored';
}

function toEntries(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'answer' : 'answers'}`;
}

function toSteps(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'entry' : 'entries'}`;
}
