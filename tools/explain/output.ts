import type { PrototypeContribution, StatementExplanation } from '../../src/explanation/explanation';
import { perBranch } from '../../src/model/branch';
import type { Pack } from '../../src/model/pack';
import type { Prediction } from '../../src/model/prediction';
import type { BackendName } from '../../src/model/protocol';
import { USED_SECONDS } from '../../src/signal/readWindow';
import { formatStretch } from '../../src/viewer/clockTime';
import type { UsedPart } from '../usedPart';

/** How many prototypes a statement lists unless all are asked for. */
const TOP_COUNT = 10;
/** How many of them the text for a terminal shows. */
const TEXT_COUNT = 3;

/** Everything the command found out about one file. */
export interface FileExplanation {
  readonly file: string;
  readonly pack: Pack;
  readonly backend: BackendName;
  readonly used: Omit<UsedPart, 'ecg'>;
  readonly prediction: Prediction;
  readonly statements: readonly StatementExplanation[];
  readonly timingMs: { readonly read: number; readonly predict: number; readonly explain: number };
}

/**
 * One line of JSON.
 *
 * @param all whether to list every prototype, and the similarities of each branch.
 */
export function toJson({ file, pack, backend, used, prediction, statements, timingMs }: FileExplanation, all: boolean): string {
  return JSON.stringify({
    file,
    pack: { name: pack.manifest.name, sha256: pack.sha256 },
    backend,
    durationSeconds: used.durationSeconds,
    usedSeconds: [used.startSeconds, toEnd(used)],
    statements: statements.map((statement) => ({
      code: statement.code,
      logit: statement.logit,
      probability: statement.probability,
      predicted: statement.predicted,
      bias: statement.bias,
      contributions: statement.branchContributions,
      prototypes: statement.contributions
        .slice(0, all ? undefined : TOP_COUNT)
        .map((contribution) => toPrototype(contribution, pack)),
    })),
    timingMs,
    ...(all && { similarities: perBranch((name) => Array.from(prediction.branches[name].similarity)) }),
  });
}

function toEnd({ startSeconds, durationSeconds }: Omit<UsedPart, 'ecg'>): number {
  return Math.min(durationSeconds, startSeconds + USED_SECONDS);
}

function toPrototype(contribution: PrototypeContribution, pack: Pack) {
  const { branch, index, classes, similarity, maxSimilarity, weight, match } = contribution;
  return {
    branch,
    index,
    classes,
    similarity,
    maxSimilarity,
    weight,
    contribution: contribution.contribution,
    window: match && [match.startSeconds, match.endSeconds],
    source: pack.manifest.prototypes[branch][index].record,
  };
}

/** The predicted statements and what speaks for them most, for a terminal. */
export function toText({ file, pack, backend, used, statements }: FileExplanation): string {
  const predicted = statements.filter((statement) => statement.predicted).sort((a, b) => b.probability - a.probability);
  const { name, modelCard } = pack.manifest;
  const lines = [
    `${file}  (${name}${modelCard.verified ? '' : ', unverified'}${modelCard.simulated ? ', trained on simulated ECGs' : ''}, ${backend})`,
  ];
  if (used.durationSeconds > USED_SECONDS) lines.push(`  ${formatStretch(used.startSeconds, toEnd(used), used.durationSeconds)} used`);
  if (predicted.length === 0) {
    const [highest] = [...statements].sort((a, b) => b.probability - a.probability);
    lines.push(`  No statement reaches its threshold; the highest is ${highest.code} at ${toPercent(highest.probability)}.`);
  }
  for (const statement of predicted) {
    lines.push(`  ${statement.code.padEnd(8)} ${toPercent(statement.probability).padStart(6)}  ${statement.description}`);
    for (const contribution of statement.contributions.slice(0, TEXT_COUNT)) {
      lines.push(`      ${toLine(contribution, pack)}`);
    }
  }
  lines.push('  Research use. Not a medical device.');
  return lines.join('\n');
}

function toLine(contribution: PrototypeContribution, pack: Pack): string {
  const { branch, index, classes, similarity, maxSimilarity, weight, match } = contribution;
  const { record } = pack.manifest.prototypes[branch][index];
  const signed = contribution.contribution.toFixed(2).replace(/^(?=\d)/, '+');
  const place = match ? `, best match ${match.startSeconds.toFixed(2)}-${match.endSeconds.toFixed(2)} s` : '';
  return `${signed.padStart(8)}  ${branch}/${index} (${classes.join(', ')}) of record ${record}: similarity ${similarity.toFixed(2)} of ${maxSimilarity} × weight ${weight.toFixed(2)}${place}`;
}

/** Never a certainty: "> 99 %" and "< 1 %" at the ends. */
function toPercent(probability: number): string {
  const percent = Math.round(probability * 100);
  return percent > 99 ? '> 99 %' : percent < 1 ? '< 1 %' : `${percent} %`;
}
