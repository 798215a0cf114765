// @vitest-environment jsdom
import { expect, it } from 'vitest';
import type { Manifest } from '../../model/manifest';
import { createTestPack } from '../../store/fixtures/testPack';
import { render } from '../../viewer/snapshots/render';
import { ModelCard } from './ModelCard';

/** What a card says, by the name of the fact. */
function factsOf(told: Partial<Manifest['modelCard']>): Record<string, string> {
  const pack = createTestPack();
  const manifest = { ...pack.manifest, modelCard: { ...pack.manifest.modelCard, ...told } };
  const card = render(<ModelCard pack={{ ...pack, manifest }} />);
  return Object.fromEntries(
    [...card.querySelectorAll('dt')].map((name) => [name.textContent, name.nextElementSibling!.textContent]),
  );
}

it('tells everything that the maker told', () => {
  const facts = factsOf({
    sizes: { training: 16_000, validation: 2000, test: 2000 },
    metrics: [{ name: 'macro-AUROC', value: 0.96172, of: '2,000 held-out simulated ECGs' }],
    limits: ['Never tried on children.', 'No paediatric limits.'],
    seeds: 'ECGs 1, training 0',
    dataHash: 'abc',
    made: 'training/README.md',
  });
  expect(facts).toMatchObject({
    ECGs: '16,000 for training, 2,000 for validation, 2,000 for the test',
    Measured: 'macro-AUROC 0.962 on 2,000 held-out simulated ECGs',
    Limits: 'Never tried on children.No paediatric limits.',
    Seeds: 'ECGs 1, training 0',
    'Hash of the data': 'abc',
    'How it was made': 'training/README.md',
  });
});

it('leaves out what an older pack does not tell', () => {
  expect(Object.keys(factsOf({}))).toEqual([
    'Learned from',
    'Network',
    'Weights',
    'Statements',
    'Prototypes',
    'Verification',
    'Checkpoint SHA-256',
    'Pack SHA-256',
  ]);
});
