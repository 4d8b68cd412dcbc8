import type { Agent } from 'node:http'
import { z } from 'zod'
import { errorAnswerSchema } from '../server/service-errors.ts'
import { type FileAnswer, uploadAnswerSchema } from '../server/upload-answer.ts'
import { type Answer, ask, jsonOf } from './ask.ts'

/** A file to be sent. */
export type SentFile = { name: string; bytes: Uint8Array }

const boundary = 'strata-attack-7c1f0e'

export const formType = `multipart/form-data; boundary=${boundary}`

/** The part of one file, as it stands in a form. */
export function packPart({ name, bytes }: SentFile): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n')])
}

/** A whole form of files. */
function packForm(files: readonly SentFile[]): Buffer {
  return Buffer.concat([...files.map(packPart), Buffer.from(`--${boundary}--\r\n`)])
}

/** An upload's answer: what became of each file, null where the answer is of another shape; the code of an error. */
export type UploadAnswer = Answer & { files: FileAnswer[] | null; code: string | null }

/** Upload files in one form, as a script does. Never throws. */
export async function upload(
  url: string,
  files: readonly SentFile[],
  { agent, mostMs }: { agent?: Agent; mostMs?: number } = {},
): Promise<UploadAnswer> {
  const answer = await ask(`${url}/api/filings`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': formType },
    body: packForm(files),
    ...(agent && { agent }),
    ...(mostMs !== undefined && { mostMs }),
  })
  const told = jsonOf(answer)
  const known = z.union([uploadAnswerSchema, errorAnswerSchema]).safeParse(told)
  if (!known.success) return { ...answer, files: null, code: null }
  if ('error' in known.data) return { ...answer, files: null, code: known.data.error.code }
  const { files: answers } = known.data
  return { ...answer, files: answers, code: answers.find(({ problem }) => problem)?.problem?.code ?? null }
}
