import { ChevronDown, Download } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { Session } from '../../../store/review/database';
import { toSentence } from '../../../ecg/problem';
import { useActions } from '../../AppStoreContext';
import { useReviewActions } from '../../ReviewContext';
import { exportSession, type ExportKind } from './exportSession';
import { homeText } from './homeText';

interface ExportMenuProps {
  readonly session: Session;
}

/** Saves a reader's answers as a file, and says what is in it. */
export function ExportMenu({ session }: ExportMenuProps) {
  const { readLog, noteExport } = useReviewActions();
  const { notify } = useActions();
  const save = async (kind: ExportKind): Promise<void> => {
    try {
      const log = await readLog(session.id);
      if (!log) return;
      exportSession(kind, log, new Date());
      // Only this file can be gone on with: the others are to look at.
      if (kind === 'json') await noteExport(session.id, log.entries.length);
    } catch (thrown) {
      notify({ kind: 'notSaved', sentence: toSentence(thrown) });
    }
  };
  const { role, years } = session.reader;
  return (
    <MenuTrigger>
      <Button className="button" aria-label={homeText.exportOf(homeText.reader(role, years))}>
        <Download aria-hidden="true" size={16} />
        {homeText.export}
        <ChevronDown aria-hidden="true" size={14} />
      </Button>
      <Popover className="popover review-menu" placement="bottom end">
        <Menu onAction={(kind) => void save(kind as ExportKind)}>
          <MenuSection>
            <Header>{homeText.exportHolds}</Header>
            <MenuItem id="json">{homeText.exportJson}</MenuItem>
            <MenuItem id="csv">{homeText.exportCsv}</MenuItem>
            <MenuItem id="codebook">{homeText.exportCodebook}</MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
