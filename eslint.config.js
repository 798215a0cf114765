// @ts-check
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { createNodeResolver, flatConfigs } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * What each room of src/ may import besides itself. Whatever is not listed is forbidden.
 * @type {Record<string, string[]>}
 */
const rooms = {
  ecg: [],
  signal: ['ecg'],
  model: ['ecg', 'signal'],
  explanation: ['ecg', 'signal', 'model'],
  review: ['ecg', 'signal', 'model', 'explanation'],
  viewer: ['ecg', 'signal', 'model', 'explanation'],
  store: ['ecg', 'signal', 'model', 'explanation', 'review'],
  app: ['ecg', 'signal', 'model', 'explanation', 'review', 'viewer', 'store'],
};

/** What of the model the rooms after it may touch: types, the manifest and the client, never layers or tfjs. */
const modelDoors = [
  'branch.ts',
  'prediction.ts',
  'manifest.ts',
  'protocol.ts',
  'inferenceClient.ts',
  'packIndex.ts',
  'prototypeRecord.ts',
  'modelInput.ts',
  'referenceNames.ts',
];

const zones = Object.entries(rooms).flatMap(([room, allowed]) => {
  const afterModel = allowed.includes('model');
  const forbidden = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
  return [
    {
      target: `./src/${room}/**/!(*.test).{ts,tsx}`,
      from: [...forbidden.map((other) => `./src/${other}`), './src/main.tsx'],
      message: `The room "${room}" comes before the room it imports here.`,
    },
    ...(afterModel
      ? [
          {
            target: `./src/${room}/**/!(*.test).{ts,tsx}`,
            from: './src/model',
            except: modelDoors.map((door) => `./${door}`),
            message: 'Rooms after the model see its types, manifest and client only.',
          },
        ]
      : []),
  ];
});

export default defineConfig(
  { ignores: ['dist', '.cache', 'node_modules', 'public', 'test-results', 'playwright-report'] },
  js.configs.recommended,
  tseslint.configs.strict,
  flatConfigs.recommended,
  flatConfigs.typescript,
  reactHooks.configs.flat['recommended-latest'],
  {
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.mjs'] })] },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'import-x/no-unresolved': ['error', { ignore: ['\\?(url|worker|raw)$'] }],
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-named-as-default-member': 'off',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/model/**', 'src/**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@tensorflow/*'], message: 'Only the model imports tfjs; it lives in the worker.' }] },
      ],
    },
  },
  {
    files: ['src/{ecg,signal,explanation,review}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'navigator', 'localStorage', 'fetch', 'indexedDB'],
    },
  },
  {
    files: ['tools/**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' } },
  },
);
