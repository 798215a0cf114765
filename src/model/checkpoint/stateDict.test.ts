import { describe, expect, it } from 'vitest';
import { Problem } from '../../ecg/problem';
import { PickledTensor } from './pickledTensor';
import { findStateDict } from './stateDict';

const tensor = new PickledTensor({ unreadableKind: 'any' });
const dictOf = (...keys: string[]) => new Map(keys.map((key) => [key, tensor]));
const namesOf = (...keys: string[]) => [...findStateDict(dictOf(...keys)).keys()];

describe('the prefix of a wrapping module', () => {
  it.each([
    ['model.'],
    ['net.'],
    ['module.'],
    ['model.module.'],
    [''],
  ])('%j is taken off the keys of the model, and others stay', (prefix) => {
    expect(namesOf(`${prefix}model1d.ones`, `${prefix}classifier.bias`, 'criterion.pos_weight')).toEqual([
      'model1d.ones',
      'classifier.bias',
      'criterion.pos_weight',
    ]);
  });

  it('is taken off the keys of a single branch', () => {
    expect(namesOf('net.feature_extractor.conv1.weight', 'net.prototype_vectors')).toEqual([
      'feature_extractor.conv1.weight',
      'prototype_vectors',
    ]);
  });

  it('stays where the keys of the model do not agree', () => {
    expect(namesOf('model.model1d.ones', 'classifier.bias')).toEqual(['model.model1d.ones', 'classifier.bias']);
  });

  it('stays where no key is of the model', () => {
    expect(namesOf('model.encoder.weight', 'net.head.bias')).toEqual(['model.encoder.weight', 'net.head.bias']);
  });

  it('must not make two names one', () => {
    expect(() => namesOf('model.ones', 'model.extra', 'extra')).toThrow(
      new Problem('The checkpoint has two tensors named “extra”.'),
    );
  });
});

describe('where the state dict is', () => {
  it.each(['state_dict', 'model_state_dict', 'model'])('is found under %s, beside what is no tensor', (key) => {
    const root = new Map<unknown, unknown>([
      ['epoch', 3],
      ['class_weights', tensor],
      [key, new Map<unknown, unknown>([...dictOf('ones'), ['_extra_state', null], [7, tensor]])],
    ]);
    expect([...findStateDict(root).keys()]).toEqual(['ones']);
  });
});
