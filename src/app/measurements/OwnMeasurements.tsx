import { ChevronDown } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { DeviceMeasurements } from '../../ecg/deviceMeasurements';
import type { EcgMeasurements } from '../../signal/measure/measureEcg';
import { useAppState } from '../AppStoreContext';
import { BeatFacts } from './BeatFacts';
import { LeadTable } from './LeadTable';
import { MeasurementLine } from './MeasurementLine';
import { MeasurementTable } from './MeasurementTable';
import { text } from '../text';

/** What was measured in the open ECG: one line, and all of it on request; the device's values only where they are given. */
export function OwnMeasurements({ device }: { readonly device?: DeviceMeasurements | undefined }) {
  const measurements = useAppState((state) => state.measurements);
  if (measurements.status === 'empty') return null;
  return (
    <section className="measurements" aria-labelledby="measurements-title" aria-busy={measurements.status === 'measuring'}>
      <h2 id="measurements-title">{text.measurements.title}</h2>
      {measurements.status === 'measuring' && <p className="quiet">{text.measurements.measuring}</p>}
      {measurements.status === 'failed' && <p>{text.measurements.failed(measurements.sentence)}</p>}
      {measurements.status === 'ready' && <Measured measured={measurements.measured} device={device} />}
    </section>
  );
}

interface MeasuredProps {
  readonly measured: EcgMeasurements;
  readonly device: DeviceMeasurements | undefined;
}

function Measured({ measured, device }: MeasuredProps) {
  return (
    <>
      <p className="measurement-source">{text.measurements.source(measured.median?.used.length ?? null)}</p>
      <MeasurementLine measured={measured} />
      <Disclosure className="measurement-details">
        <Heading>
          <Button slot="trigger" className="button">
            {text.measurements.all}
            <ChevronDown aria-hidden="true" size={16} />
          </Button>
        </Heading>
        <DisclosurePanel>
          <div className="measurement-tables">
            <MeasurementTable measured={measured} device={device} />
            <div>
              <LeadTable leads={measured.leads} />
              <BeatFacts beats={measured.beats} isUsed={measured.median !== null} />
            </div>
          </div>
        </DisclosurePanel>
      </Disclosure>
    </>
  );
}
