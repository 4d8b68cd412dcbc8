import { getLibrary } from '@/lib/library/index.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { answerTaggedPicture } from '@/lib/server/picture-answer.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { drawTrendPicture } from '@/lib/server/trends-picture.ts'

/** The same as `/api/trends` as a picture. */
export const GET = guarded('look', async (request: Request) => {
  const picture = await drawTrendPicture(await getLibrary(), new URL(request.url).searchParams)
  return 'code' in picture
    ? answerError(picture.code, picture.detail)
    : await answerTaggedPicture(request, picture, 'svg')
})
