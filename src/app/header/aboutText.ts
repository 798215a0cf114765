/** What the program is for and what its results mean, told once on the start page and always under About. */
export const aboutText = {
  open: 'About and help',
  title: 'About ProtoECG Viewer',
  close: 'Close',
  noteTitle: 'What this is for',
  noteDismiss: 'Understood',
  noteLater: 'It stays under About and help.',
  whatItIs:
    'It draws a 12-lead ECG, runs ProtoECGNet on it, and shows which cases of the model’s memory the ECG resembles and what each of them contributes to each of 71 statements.',
  intendedUse:
    'For research and teaching. It is not a medical device and not for the diagnosis or treatment of any patient.',
  simulated: 'The demo model was trained on simulated ECGs only: what it says of a real ECG means little.',
  privacyShort: 'Nothing leaves this browser.',
  privacy: 'Nothing leaves this browser. The ECG and its results are gone when the page is closed; only display settings are kept.',
  meaning:
    '“Predicted” means that the model’s probability reaches the threshold set for that statement. It is no diagnosis, and what is not predicted is not ruled out. A contribution says what moved the model, not what is true of the heart.',
  use: 'Intended use',
  results: 'What results mean',
  keys: 'Keys',
  keysHint: 'Not while you type, and not in a dialog.',
  key: 'Key',
  does: 'What it does',
  listKeys: [
    { keys: 'Tab, Shift + Tab', does: 'On to the next control, back to the one before' },
    { keys: '↑ ↓, Enter', does: 'In the lists: move, then open the recording or the statement' },
    { keys: '→', does: 'In the worklist: to the button that closes the recording' },
    { keys: '+ − 0, arrows', does: 'On the paper: magnify, back to its own size, scroll' },
    { keys: 'C', does: 'On the paper: take calipers' },
    { keys: '← →, with Shift', does: 'With calipers: by one sample, by 40 ms' },
    { keys: 'X, ↑ ↓, M', does: 'With calipers: the other end, another lead, march out' },
    { keys: '← →, or with Shift', does: 'On the window of a long recording: by 1 s, by 10 s' },
    { keys: 'Page Up, Page Down', does: 'There: by 1 min; Home and End go to its ends' },
    { keys: 'Esc', does: 'Close a dialog or a list' },
  ],
  numbers: 'Where the numbers come from',
  sources: [
    ['Model', 'Its card, under its name at the top; how it was trained and what it reaches: training/RESULTS.md.'],
    ['Contributions', 'Fusion weight × similarity. With the bias they add up to the logit, which is checked at every result: README.md.'],
    ['Measurements', 'Made by this page on the signal, not by the network; their accuracy: docs/MEASUREMENTS.md.'],
  ],
  version: (version: string) => `Version ${version}`,
} as const;
