import { useAppState } from '../AppStoreContext';
import { SampleCard } from './SampleCard';
import { text } from '../text';

/** The ECGs that the site offers to look at. Nothing where it offers none. */
export function SampleGallery() {
  const samples = useAppState((state) => state.samples);
  if (samples.length === 0) return null;
  return (
    <section className="gallery" aria-labelledby="gallery-title">
      <h2 id="gallery-title">{text.samples.title}</h2>
      <ul>
        {samples.map((sample) => (
          <li key={sample.id}>
            <SampleCard sample={sample} />
          </li>
        ))}
      </ul>
    </section>
  );
}
