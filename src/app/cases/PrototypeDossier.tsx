import { lazy, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { findFiring } from '../../explanation/firing';
import { type PrototypeKey, toPrototypeName } from '../../explanation/prototypeKey';
import { siblingPrototypes } from '../../explanation/siblingPrototypes';
import { statementExplanation } from '../../store/selectors';
import { SimilarityStrip } from '../../viewer/SimilarityStrip';
import { useAppState } from '../AppStoreContext';
import './dossier.css';
import { DossierEcg } from './DossierEcg';
import { DossierFacts } from './DossierFacts';
import { DossierWeights } from './DossierWeights';
import { Optional } from '../Optional';
import { dossierText } from './dossierText';

const DossierRatings = lazy(async () => ({ default: (await import('../review/veto/DossierRatings')).DossierRatings }));

interface PrototypeDossierProps {
  readonly prototype: PrototypeKey;
}

/** All that is known of a prototype, and the way to the other prototypes of its record. */
export function PrototypeDossier({ prototype: first }: PrototypeDossierProps) {
  const [path, setPath] = useState<readonly PrototypeKey[]>([first]);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = path.at(-1)!;
  const before = path.at(-2);
  const name = toPrototypeName(shown);
  const go = (next: readonly PrototypeKey[]): void => {
    setPath(next);
    // The button that was pressed will be gone.
    title.current?.focus();
  };
  return (
    <>
      <div className="dossier-head">
        <h3 ref={title} tabIndex={-1}>
          {dossierText.name(name)}
        </h3>
        {before && (
          <Button className="button" onPress={() => go(path.slice(0, -1))}>
            {dossierText.back(toPrototypeName(before))}
          </Button>
        )}
      </div>
      <Dossier key={name} prototype={shown} onOpen={(next) => go([...path, next])} />
    </>
  );
}

interface DossierProps extends PrototypeDossierProps {
  onOpen(prototype: PrototypeKey): void;
}

function Dossier({ prototype: key, onOpen }: DossierProps) {
  const pack = useAppState((state) => (state.pack.status === 'ready' ? state.pack.pack : null));
  const explained = useAppState(statementExplanation);
  if (!pack) return null;
  const { manifest, similarityReference } = pack;
  const { classes } = manifest.prototypes[key.branch][key.index]!;
  const contribution =
    explained.status === 'ready'
      ? explained.explanation.contributions.find(({ branch, index }) => branch === key.branch && index === key.index)
      : undefined;
  const reference = similarityReference?.prototypes[key.branch][key.index];
  const firing = findFiring(similarityReference, key);
  const siblings = siblingPrototypes(manifest, key);
  return (
    <>
      <DossierFacts manifest={manifest} prototype={key} />
      <DossierEcg manifest={manifest} prototype={key} />
      <div className="dossier-columns">
        <section aria-labelledby="dossier-fires">
          <h4 id="dossier-fires">{dossierText.fires}</h4>
          <p>{firing === null ? dossierText.noFiring : dossierText.firing(firing, classes.join(' or '))}</p>
          {reference && contribution && similarityReference && (
            <SimilarityStrip
              reference={reference}
              percents={similarityReference.percents}
              similarity={contribution.similarity}
              classes={classes}
            />
          )}
        </section>
        <DossierWeights pack={pack} prototype={key} medianSimilarity={firing?.medianSimilarity ?? null} />
        <section aria-labelledby="dossier-siblings">
          <h4 id="dossier-siblings">{dossierText.siblings}</h4>
          {siblings.length === 0 && <p>{dossierText.noSiblings}</p>}
          {siblings.length > 0 && (
            <>
              <ul className="dossier-siblings">
                {siblings.map((sibling) => (
                  <li key={toPrototypeName(sibling)}>
                    <Button className="button" aria-label={dossierText.openSibling(sibling)} onPress={() => onOpen(sibling)}>
                      {toPrototypeName(sibling)}
                    </Button>
                    <strong>{sibling.classes.join(' + ')}</strong>
                    <span>{dossierText.sibling(sibling)}</span>
                  </li>
                ))}
              </ul>
              <p className="choice-hint">{dossierText.siblingsNote}</p>
            </>
          )}
        </section>
        <Optional>
          <DossierRatings prototype={key} />
        </Optional>
      </div>
    </>
  );
}
