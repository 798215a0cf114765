import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Manifest } from '../../src/model/manifest';
import { toFirstHash } from '../../src/review/log';
import { createOwnStudy } from '../../src/review/ownStudy';
import type { Reader } from '../../src/review/reader';
import { sealStudy } from '../../src/review/sealStudy';
import type { PrototypeStudy } from '../../src/review/study';
import { SITE } from './places';

const READER: Reader = { id: '00112233445566ff', role: 'cardiologist', years: 12 };

/** A study of all prototypes of one of the site's packs, changed as asked. */
export async function createPackStudy(
  pack: string,
  change: (whole: PrototypeStudy) => Partial<Omit<PrototypeStudy, 'contentSha256'>>,
): Promise<PrototypeStudy> {
  const bytes = await readFile(join(SITE, 'models', pack, 'manifest.json'));
  const manifest = JSON.parse(bytes.toString()) as Manifest;
  const whole = createOwnStudy(manifest, createHash('sha256').update(bytes).digest('hex'));
  return sealStudy({ ...withoutHash(whole), title: 'A study', created: '2026-01-02T03:04:05.000Z', roles: ['cardiologist'], ...change(whole) });
}

function withoutHash(study: PrototypeStudy): Omit<PrototypeStudy, 'contentSha256'> {
  return Object.fromEntries(Object.entries(study).filter(([key]) => key !== 'contentSha256')) as Omit<PrototypeStudy, 'contentSha256'>;
}

/** Puts a session that was just begun into the browser's database, which a page of the site has opened. @returns its id. */
export async function putSession(page: Page, study: PrototypeStudy): Promise<string> {
  const id = `${study.contentSha256.slice(0, 12)}-${READER.id}`;
  const session = {
    id,
    studySha256: study.contentSha256,
    reader: READER,
    entryCount: 0,
    head: toFirstHash(study.contentSha256, READER),
    exportedCount: 0,
    isLocked: false,
  };
  await page.evaluate(
    ([studies, sessions]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('protoecg-reviews');
        opening.onerror = () => reject(opening.error!);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['studies', 'sessions'], 'readwrite');
          transaction.objectStore('studies').put(studies);
          transaction.objectStore('sessions').put(sessions);
          transaction.onerror = () => reject(transaction.error!);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [study, session] as const,
  );
  return id;
}
