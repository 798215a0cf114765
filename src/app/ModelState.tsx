import { Button } from 'react-aria-components';
import { useActions, useAppState } from './AppStoreContext';
import { text } from './text';

/** Where no model serves: why, and what to do. Nothing where one is ready or on its way. */
export function ModelState() {
  const packList = useAppState((state) => state.packList);
  const pack = useAppState((state) => state.pack);
  const { choosePack } = useActions();
  if (pack.status === 'failed') {
    return (
      <section className="panel" aria-labelledby="model-state">
        <h2 id="model-state">{text.modelFailed.title}</h2>
        <p role="alert">{pack.sentence}</p>
        <Button className="button" onPress={() => void choosePack(pack.name)}>
          {text.modelFailed.tryAgain}
        </Button>
      </section>
    );
  }
  const isEmpty = packList.status === 'ready' && packList.entries.length === 0;
  if (!isEmpty && packList.status !== 'failed') return null;
  return (
    <section className="panel" aria-labelledby="model-state">
      <h2 id="model-state">{text.noModel.title}</h2>
      {packList.status === 'failed' && <p role="alert">{packList.sentence}</p>}
      <p>{text.noModel.sentence}</p>
      <pre tabIndex={0}>
        <code>{text.noModel.command}</code>
      </pre>
      <p>{text.noModel.after}</p>
    </section>
  );
}
