import { answerTagged, tagBody } from './entity-tag.ts'
import { answerFile, fileTypes } from './file-answer.ts'
import { idlePool } from './idle-pool.ts'
import { answerError } from './service-errors.ts'

/** What a picture can be had as. */
export const pictureForms = ['svg', 'png'] as const
export type PictureForm = (typeof pictureForms)[number]

/** A picture, and the name that it is saved under, without its ending. */
export type Picture = { svg: string; name: string }

/** The largest picture takes a second of a processor. */
const drawing = idlePool<string, Uint8Array<ArrayBuffer>>({
  entry: 'lib/export/png/png-worker.ts',
  limits: { cpuMs: 20_000, wallMs: 120_000 },
  mostMemoryMb: 200,
})

/** A picture as SVG or as PNG; drawn by a thread of its own. */
export async function answerPicture({ svg, name }: Picture, form: PictureForm): Promise<Response> {
  if (form === 'svg') return answerFile(svg, fileTypes.svg, `${name}.svg`)
  const outcome = await drawing.run(svg)
  if ('done' in outcome) return answerFile(outcome.done, fileTypes.png, `${name}.png`)
  const { why, cause } = outcome.failure
  if (why === 'fault') throw new Error(cause)
  console.error(`The picture ${name} was given up: ${cause}`)
  return answerError('picture-is-too-large')
}

/** The same under a tag of the picture: a PNG is not drawn for who has it already. */
export async function answerTaggedPicture(
  request: Request,
  picture: Picture,
  form: PictureForm,
): Promise<Response> {
  if (form === 'svg') return tagBody(request, await answerPicture(picture, form))
  return await answerTagged(request, [picture.svg], () => answerPicture(picture, form))
}
