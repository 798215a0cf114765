import { Heading } from 'react-aria-components';
import { STANDARD_LEADS } from '../../ecg/lead';
import type { QualityFinding } from '../../signal/quality/quality';
import { SEVERITY_WORDS, toQualityMeaning, toQualityTitle } from '../../signal/quality/qualityWords';
import { qualityText } from './qualityText';
import { SeverityIcon } from './SeverityIcon';

/** Every finding with the number that was seen and what it means for the reading. */
export function QualityDetails({ findings }: { readonly findings: readonly QualityFinding[] }) {
  return (
    <>
      <Heading slot="title">{qualityText.detailsTitle}</Heading>
      <ul>
        {findings.map((finding) => {
          const title = toQualityTitle(finding);
          return (
            <li key={title} data-severity={finding.severity}>
              <h3>
                <SeverityIcon severity={finding.severity} />
                <span>
                  <span className="quality-what">{title}</span> <span className="quality-severity">{SEVERITY_WORDS[finding.severity]}</span>
                </span>
              </h3>
              <p>{finding.evidence}</p>
              <p>{toQualityMeaning(finding)}</p>
              {finding.leads.length < STANDARD_LEADS.length && (
                <p className="quiet">
                  {qualityText.leads}: {finding.leads.join(', ')}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p className="quality-foot">{qualityText.foot}</p>
    </>
  );
}
