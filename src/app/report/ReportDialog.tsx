import { FileJson, Printer } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, Dialog, Input, Label, Modal, ModalOverlay, Text, TextField } from 'react-aria-components';
import type { ReadyRecording } from '../../store/recordingState';
import { statementExplanation } from '../../store/selectors';
import { pixelsOf, DEFAULT_PAPER } from '../../viewer/paper';
import { useWidth } from '../../viewer/useWidth';
import { useActions, useAppState } from '../AppStoreContext';
import { ModalHead } from '../ModalHead';
import { text } from '../text';
import { ToggleChoice } from '../ToggleChoice';
import { Report } from './Report';
import { orderCases } from './reportCases';
import './reportDialog.css';
import { REPORT_CASES, REPORT_STATEMENTS, type ReportOptions } from './reportOptions';
import { PAGE_MM } from './reportPage';
import { useSaveLedger } from './useSaveLedger';
import { reportText } from './reportText';

interface ReportDialogProps {
  readonly recording: ReadyRecording;
  readonly ecgHash: string | null;
  readonly options: ReportOptions;
  onChange(options: ReportOptions): void;
  onOpenChange(isOpen: boolean): void;
}

const MOST_CASES = Math.max(...REPORT_CASES);
const LONGEST_IDENTITY = 60;
/** Around the printed part, as on paper. */
const MARGIN_MM = 6;

/** What goes on the report, how it will look, and where to from here. */
export function ReportDialog({ recording, ecgHash, options, onChange, onOpenChange }: ReportDialogProps) {
  const saveLedger = useSaveLedger(ecgHash);
  const isExplained = useAppState((state) => statementExplanation(state).status === 'ready');
  useCaseRecords();
  return (
    <ModalOverlay className="overlay" isDismissable isOpen onOpenChange={onOpenChange}>
      <Modal className="modal report-modal">
        <Dialog className="card report-dialog">
          <ModalHead title={reportText.title} closeLabel={reportText.close} />
          <Preview>
            <Report recording={recording} ecgHash={ecgHash} options={options} />
          </Preview>
          <div className="report-options">
            <TextField
              className="text-field"
              value={options.identity}
              maxLength={LONGEST_IDENTITY}
              autoComplete="off"
              onChange={(identity) => onChange({ ...options, identity })}
            >
              <Label>{reportText.identity}</Label>
              <Input />
              <Text slot="description">{reportText.identityHint}</Text>
            </TextField>
            <ToggleChoice
              label={reportText.statements}
              isLabelShown
              options={REPORT_STATEMENTS}
              nameOf={reportText.statementsName}
              value={options.statements}
              onChange={(statements) => onChange({ ...options, statements })}
            />
            <ToggleChoice
              label={reportText.cases}
              isLabelShown
              options={REPORT_CASES}
              nameOf={reportText.casesName}
              value={options.caseCount}
              onChange={(caseCount) => onChange({ ...options, caseCount })}
            />
            <Button className="button primary" onPress={() => window.print()}>
              <Printer aria-hidden="true" size={16} />
              {reportText.print}
            </Button>
            <p className="choice-hint">{reportText.printHint}</p>
            <Button className="button" isDisabled={!isExplained} onPress={() => void saveLedger()}>
              <FileJson aria-hidden="true" size={16} />
              {text.ledgerFile.save}
            </Button>
            <p className="choice-hint">{text.ledgerFile.saveHint}</p>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The page, made as small as the dialog wants it. */
function Preview({ children }: { readonly children: React.ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 0);
  const scale = width / pixelsOf(DEFAULT_PAPER, PAGE_MM.width + 2 * MARGIN_MM);
  return (
    <div
      ref={frame}
      className="report-preview"
      data-theme="light"
      role="region"
      aria-label={reportText.preview}
      style={{ blockSize: scale * pixelsOf(DEFAULT_PAPER, PAGE_MM.height + 2 * MARGIN_MM) }}
    >
      <div style={{ transform: `scale(${scale})` }}>{children}</div>
    </div>
  );
}

/** Fetches the records of the cases that a report may show. */
function useCaseRecords(): void {
  const { openPrototypeRecord } = useActions();
  const explained = useAppState(statementExplanation);
  const order = useAppState(({ display }) => display.caseOrder);
  const prototypes = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.manifest.prototypes : null));
  useEffect(() => {
    if (explained.status !== 'ready' || prototypes === null) return;
    for (const { branch, index } of orderCases(explained.explanation, order).slice(0, MOST_CASES)) {
      void openPrototypeRecord(prototypes[branch][index]!.record);
    }
  }, [explained, order, prototypes, openPrototypeRecord]);
}
