import { Dialog } from 'react-aria-components';
import { version } from '../../../package.json';
import { findModelCard } from '../../store/selectors';
import { useAppState } from '../AppStoreContext';
import { KEY_TABLE } from './keyTable';
import { ModalHead } from '../ModalHead';
import { text } from '../text';

/** What the program is for, what its results mean, its keys, and where its numbers come from. Loaded when it is opened. */
export default function AboutDialog() {
  const card = useAppState(findModelCard);
  return (
    <Dialog className="card about-content">
      <ModalHead title={text.about.title} closeLabel={text.about.close} />
      <section aria-labelledby="about-use">
        <h3 id="about-use">{text.about.use}</h3>
        <p>{text.about.whatItIs}</p>
        <p>
          <strong>{text.about.intendedUse}</strong> {card?.simulated && text.about.simulated}
        </p>
        <p>{text.about.privacy}</p>
      </section>
      <section aria-labelledby="about-results">
        <h3 id="about-results">{text.about.results}</h3>
        <p>{text.about.meaning}</p>
      </section>
      <section aria-labelledby="about-keys">
        <h3 id="about-keys">{text.about.keys}</h3>
        <table aria-labelledby="about-keys">
          <thead>
            <tr>
              <th scope="col">{text.about.key}</th>
              <th scope="col">{text.about.does}</th>
            </tr>
          </thead>
          <tbody>
            {KEY_TABLE.map(({ keys, does }) => (
              <tr key={keys}>
                <th scope="row">
                  <kbd>{keys}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="quiet">{text.about.keysHint}</p>
      </section>
      <section aria-labelledby="about-numbers">
        <h3 id="about-numbers">{text.about.numbers}</h3>
        <dl>
          {text.about.sources.map(([what, where]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{where}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p className="quiet">{text.about.version(version)}</p>
    </Dialog>
  );
}
