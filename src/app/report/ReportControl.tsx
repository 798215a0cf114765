import { Printer } from 'lucide-react';
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { createPortal } from 'react-dom';
import type { Ecg } from '../../ecg/ecg';
import type { ReadyRecording } from '../../store/recordingState';
import { text } from '../text';
import { untilIdle } from '../untilIdle';
import type { Report } from './Report';
import './reportButton.css';
import { DEFAULT_REPORT, type ReportOptions } from './reportOptions';
import { useEcgHash } from './useEcgHash';
import { usePrinting } from './usePrinting';

const ReportDialog = lazy(async () => ({ default: (await import('./ReportDialog')).ReportDialog }));

interface ReportControlProps {
  readonly recording: ReadyRecording;
}

/**
 * Opens the report; and whenever the browser prints, by whatever command, puts the report on paper in place of the page:
 * with the options of the dialog while it is open.
 */
export function ReportControl({ recording }: ReportControlProps) {
  const { ecg } = recording;
  // What was typed for one ECG must never stand on another's report: both are kept together.
  const [dialog, setDialog] = useState<{ readonly ecg: Ecg; readonly options: ReportOptions } | null>(null);
  const isOpen = dialog?.ecg === ecg;
  const options = isOpen ? dialog.options : DEFAULT_REPORT;
  const [Page, setPage] = useState<ComponentType<Parameters<typeof Report>[0]> | null>(null);
  const isPrinting = usePrinting();
  const ecgHash = useEcgHash(ecg);

  // Nothing can be loaded once the browser prints.
  useEffect(() => {
    let isWanted = true;
    void untilIdle()
      .then(() => (isWanted ? import('./Report') : null))
      .then((loaded) => isWanted && loaded && setPage(() => loaded.Report));
    return () => {
      isWanted = false;
    };
  }, []);

  const open = (isWanted: boolean): void => setDialog(isWanted ? { ecg, options: DEFAULT_REPORT } : null);
  return (
    <>
      <TooltipTrigger>
        <Button className="button report-button" aria-label={text.report.open} onPress={() => open(true)}>
          <Printer aria-hidden="true" size={16} />
          <span>{text.report.open}</span>
        </Button>
        <Tooltip className="tooltip" placement="bottom">
          {text.report.tooltip}
        </Tooltip>
      </TooltipTrigger>
      {isOpen && (
        <Suspense fallback={null}>
          <ReportDialog recording={recording} ecgHash={ecgHash} options={options} onChange={(changed) => setDialog({ ecg, options: changed })} onOpenChange={open} />
        </Suspense>
      )}
      {isPrinting &&
        Page &&
        createPortal(
          <div className="report">
            <Page recording={recording} ecgHash={ecgHash} options={options} />
          </div>,
          document.body,
        )}
    </>
  );
}
