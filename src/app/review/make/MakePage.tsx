import { ArrowLeft } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { LoadedPack } from '../../../model/protocol';
import { useAppState } from '../../AppStoreContext';
import { RadioChoice } from '../../fields/RadioChoice';
import { TextEntry } from '../../fields/TextEntry';
import { goTo } from '../../usePlace';
import { CasesSection } from './CasesSection';
import { ChecksSection } from './ChecksSection';
import './make.css';
import { makeText } from './makeText';
import { PrototypesSection } from './PrototypesSection';
import { QuestionsSection } from './QuestionsSection';
import { ReadersSection } from './ReadersSection';
import { Section } from './Section';
import { StudySummary } from './StudySummary';
import { TrainingSection } from './TrainingSection';
import { useCases } from './useCases';
import { usePlan } from './usePlan';

const KINDS = ['prototypes', 'reading'] as const;
const LONGEST_TITLE = 200;

/** The page on which a coordinator makes a study of the open model. */
export function MakePage() {
  const pack = useAppState((state) => (state.pack.status === 'ready' ? state.pack.pack : null));
  return (
    <div className="make">
      <header className="make-head">
        <Button className="button" onPress={() => goTo({ mode: 'review', page: 'home' })}>
          <ArrowLeft aria-hidden="true" size={16} />
          {makeText.back}
        </Button>
        <h2>{makeText.title}</h2>
        <p>{pack ? makeText.about(pack.manifest.name) : makeText.noModel}</p>
      </header>
      {pack && <Maker pack={pack} />}
    </div>
  );
}

function Maker({ pack }: { readonly pack: LoadedPack }) {
  const [plan, change] = usePlan();
  const { cases, waiting } = useCases(plan);
  return (
    <div className="make-columns">
      <div className="make-form">
        <Section title={makeText.what}>
          <TextEntry
            label={makeText.studyTitle}
            hint={makeText.titleHint}
            value={plan.title}
            longest={LONGEST_TITLE}
            onChange={(title) => change({ title })}
          />
          <RadioChoice
            label={makeText.kind}
            options={KINDS}
            nameOf={makeText.kindName}
            value={plan.kind}
            onChange={(kind) => change({ kind })}
          />
        </Section>
        {plan.kind === 'prototypes' ? (
          <>
            <PrototypesSection pack={pack} plan={plan} onChange={change} />
            <QuestionsSection plan={plan} onChange={change} />
          </>
        ) : (
          <CasesSection pack={pack} plan={plan} cases={cases} waiting={waiting} onChange={change} />
        )}
        <ChecksSection plan={plan} onChange={change} />
        {plan.kind === 'prototypes' && <TrainingSection pack={pack} plan={plan} onChange={change} />}
        <ReadersSection plan={plan} onChange={change} />
      </div>
      <StudySummary pack={pack} plan={plan} cases={cases} />
    </div>
  );
}
