import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ImportError } from './import-error.ts';
import { toAdvice } from './nearest.ts';

/** @throws ImportError `folder_missing` */
export async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((cause) => {
    throw new ImportError('folder_missing', `There is no folder ${folder}.`, { cause });
  });
  if (found.isDirectory()) return;
  throw new ImportError('folder_missing', `${folder} is a file: name the folder that it is in.`);
}

/**
 * @param others files that are read beside it, and so are not the one that is meant
 * @throws ImportError `file_missing`, with the nearest name where there is none of this one, or `file_unreadable` where it is a folder
 */
export async function checkFile(folder: string, file: string, others: readonly string[] = []): Promise<void> {
  const found = await stat(join(folder, file)).catch(async (cause) => {
    const files = await readdir(folder);
    if (files.includes(file)) {
      const problem = `${file} in ${folder} is a link to a file that is not there.`;
      throw new ImportError('file_missing', problem, { cause });
    }
    const free = files.filter((each) => !others.includes(each));
    const advice = free.length > 0 ? toAdvice(file, free) : ', which has no other file.';
    throw new ImportError('file_missing', `There is no file ${file} in ${folder}${advice}`, { cause });
  });
  if (!found.isDirectory()) return;
  throw new ImportError('file_unreadable', `${file} in ${folder} is a folder, and a file is needed.`);
}
