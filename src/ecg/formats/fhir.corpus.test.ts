import { describeSamples, type Told } from './fixtures/describeSamples';

const READABLE: Readonly<Record<string, Told>> = {
  'fhir/fhir_12lead_10s.json': {
    format: 'FHIR Observation',
    scale: '1 LSB = 1 µV, from the factor and the unit of the origin',
    remarks: [],
  },
};

const REFUSED: Readonly<Record<string, string>> = {
  'fhir/fhir_tw_12lead_1s.json': 'fhir_tw_12lead_1s.json is 1 s long; at least 10 s are needed.',
};

describeSamples({ of: 'FHIR', folders: /^fhir\//, readable: READABLE, refused: REFUSED });
