import type { ExplainablePack } from '../../explanation/explainStatement';
import type { PrototypeKey } from '../../explanation/prototypeKey';
import { type StatementWeight, strongestStatements } from '../../explanation/strongestStatements';
import { dossierText } from './dossierText';

/** So many supported and so many opposed statements are told. */
const COUNT = 5;

interface DossierWeightsProps {
  readonly pack: ExplainablePack;
  readonly prototype: PrototypeKey;
  /** Of ECGs that carry the prototype's class; null where it is not known. */
  readonly medianSimilarity: number | null;
}

/** The statements that a prototype's similarity counts most for and against. */
export function DossierWeights({ pack, prototype, medianSimilarity }: DossierWeightsProps) {
  const { supporting, opposing } = strongestStatements(pack, prototype, COUNT);
  return (
    <section aria-labelledby="dossier-weights">
      <h4 id="dossier-weights">{dossierText.weighs}</h4>
      <table className="difference-table">
        <thead>
          <tr>
            <th scope="col">{dossierText.statementTitle}</th>
            <th scope="col">{dossierText.weight}</th>
            {medianSimilarity !== null && <th scope="col">{dossierText.atMedian(medianSimilarity)}</th>}
          </tr>
        </thead>
        <Rows title={dossierText.supports} weights={supporting} medianSimilarity={medianSimilarity} />
        <Rows title={dossierText.opposes} weights={opposing} medianSimilarity={medianSimilarity} />
      </table>
    </section>
  );
}

interface RowsProps extends Pick<DossierWeightsProps, 'medianSimilarity'> {
  readonly title: string;
  readonly weights: readonly StatementWeight[];
}

function Rows({ title, weights, medianSimilarity }: RowsProps) {
  const columns = medianSimilarity === null ? 2 : 3;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns} className="is-clear">
          {title}
        </th>
      </tr>
      {weights.length === 0 && (
        <tr>
          <td colSpan={columns}>{dossierText.none}</td>
        </tr>
      )}
      {weights.map(({ code, description, weight }) => (
        <tr key={code}>
          <th scope="row">
            {code} <span className="quiet">{description}</span>
          </th>
          <td className="measured-value">{dossierText.weightValue(weight)}</td>
          {medianSimilarity !== null && <td className="measured-value">{dossierText.logit(weight * medianSimilarity)}</td>}
        </tr>
      ))}
    </tbody>
  );
}
