import { Problem } from '../ecg/problem';
import { type PrototypeKey, toPrototypeName } from '../explanation/prototypeKey';
import type { LoadedPack } from '../model/protocol';
import { choosePrototypes, listPrototypes } from './choosePrototypes';
import { createDraw } from './draw';
import { plantWrongClasses } from './plantWrongClasses';
import { readStudy } from './readStudy';
import { sealStudy } from './sealStudy';
import { type PrototypeStudy, STUDY_FORMAT, STUDY_VERSION } from './study';

type FromStudy = Pick<
  PrototypeStudy,
  'title' | 'questions' | 'isClassHidden' | 'selection' | 'repeatShare' | 'gate' | 'roles' | 'seed' | 'synchronisation'
>;

/** What a coordinator decides about a study of prototypes. */
export interface PrototypeStudySettings extends Readonly<FromStudy> {
  /** When it is made. */
  readonly created: Date;
  /** Only prototypes of these classes; null: of all. */
  readonly classes: readonly string[] | null;
  /** How many prototypes are shown with a class that is not theirs. */
  readonly plantedCount: number;
  /** What is asked first. These prototypes are neither rated nor planted afterwards: their answers were explained. */
  readonly training: readonly (Pick<PrototypeStudy['training'][number], 'accepted' | 'explanation'> & { readonly prototype: PrototypeKey })[];
}

/**
 * A study of a pack's prototypes. The same pack and settings give the same study.
 *
 * @throws Problem where the settings contradict each other or the pack cannot serve them.
 */
export function createPrototypeStudy(
  pack: Pick<LoadedPack, 'manifest' | 'sha256' | 'similarityReference'>,
  { created, classes, plantedCount, training, ...settings }: PrototypeStudySettings,
): PrototypeStudy {
  const { manifest } = pack;
  const draw = (purpose: string) => createDraw(settings.seed ?? '', purpose);
  const explained = new Set(training.map(({ prototype }) => toPrototypeName(prototype)));
  const chosen = choosePrototypes(pack, settings.selection, classes, draw('selection'));
  const items = chosen.filter(({ prototype }) => !explained.has(prototype));
  if (items.length === 0) throw new Problem('No prototype is left to be rated: choose more classes.');
  const planted = plantWrongClasses(
    manifest,
    listPrototypes(pack).filter(({ prototype }) => !explained.has(prototype)),
    new Set(items.map(({ prototype }) => prototype)),
    new Set(items.flatMap((item) => item.classes)),
    plantedCount,
    draw('planted'),
  );
  const study = sealStudy({
    format: STUDY_FORMAT,
    formatVersion: STUDY_VERSION,
    kind: 'prototypes',
    ...settings,
    created: created.toISOString(),
    pack: { name: manifest.name, title: manifest.modelCard.title, sha256: pack.sha256 },
    items: items.map(({ prototype, classes: own }) => ({ prototype, classes: [...own] })),
    planted: [...planted],
    training: training.map(({ prototype: { branch, index }, accepted, explanation }) => {
      const own = manifest.prototypes[branch][index];
      if (!own) throw new Problem(`The model has no prototype ${toPrototypeName({ branch, index })} to train with.`);
      return { prototype: toPrototypeName({ branch, index }), classes: [...own.classes], accepted, explanation };
    }),
  });
  // What is made must be what can be read.
  readStudy(JSON.stringify(study));
  return study;
}
