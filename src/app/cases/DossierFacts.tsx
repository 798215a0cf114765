import type { PrototypeKey } from '../../explanation/prototypeKey';
import type { Manifest } from '../../model/manifest';
import { FactList } from '../FactList';
import { text } from '../text';
import { dossierText } from './dossierText';

interface DossierFactsProps {
  readonly manifest: Manifest;
  readonly prototype: PrototypeKey;
}

/** What a prototype stands for, where it comes from, and that it was found again there. */
export function DossierFacts({ manifest, prototype: { branch, index } }: DossierFactsProps) {
  const prototype = manifest.prototypes[branch][index]!;
  const record = manifest.records.find(({ id }) => id === prototype.record);
  const { maxSimilarity } = manifest.branches.find(({ name }) => name === branch)!;
  const { samplingRateHz } = manifest.input;
  const { window, recordedSimilarity, recomputedSimilarity } = prototype;
  const source = text.evidence.source(text.evidence.record(prototype.record, manifest.modelCard.simulated), [
    ...(record?.sex ? [dossierText.sex[record.sex]] : []),
    ...(record && record.ageYears !== null ? [text.evidence.years(record.ageYears)] : []),
  ]);
  const labels = Object.entries(record?.statements ?? {});
  return (
    <FactList
      facts={[
        [dossierText.standsFor, prototype.classes.map((code) => describe(manifest, code)).join(', ')],
        [dossierText.branch, dossierText.branchWords(branch)],
        [dossierText.source, source],
        [
          dossierText.segment,
          window === null
            ? dossierText.wholeRecord
            : dossierText.segmentWords(window[0] / samplingRateHz, window[1] / samplingRateHz),
        ],
        ...(labels.length > 0
          ? [[dossierText.statements, labels.map(([code, likelihood]) => dossierText.statement(code, likelihood)).join(', ')] as const]
          : []),
        [dossierText.verification, dossierText.verified(recordedSimilarity, recomputedSimilarity, maxSimilarity)],
      ]}
    />
  );
}

function describe({ statements }: Manifest, code: string): string {
  const statement = statements.find((known) => known.code === code);
  return statement ? `${code} (${statement.description})` : code;
}
