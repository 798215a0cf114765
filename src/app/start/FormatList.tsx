import { useState } from 'react';
import { loadFormats } from '../../ecg/formats/registry';
import { text } from '../text';

/** Which files can be read: a few well-known ones, and on demand every format in its own words. */
export function FormatList() {
  const [descriptions, setDescriptions] = useState<readonly string[] | null>(null);
  const load = async (): Promise<void> => {
    const formats = await loadFormats();
    setDescriptions(formats.map(({ description }) => description));
  };
  return (
    // What cannot be loaded now is asked for again when it is opened next.
    <details className="formats" onToggle={({ newState }) => newState === 'open' && void load().catch(() => undefined)}>
      <summary>{text.start.formats}</summary>
      {descriptions ? (
        <ul>
          {descriptions.map((description) => (
            <li key={description}>{description}</li>
          ))}
          <li>{text.start.archives}</li>
        </ul>
      ) : (
        <p>{text.start.formatsLoading}</p>
      )}
    </details>
  );
}
