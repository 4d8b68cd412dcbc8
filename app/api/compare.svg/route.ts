import { getLibrary } from '@/lib/library/index.ts'
import { drawComparison } from '@/lib/server/compare-picture.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { answerTaggedPicture } from '@/lib/server/picture-answer.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofComparison } from '@/lib/server/shared-things.ts'

/** The chart of deals side by side as a picture; the query is that of `/api/compare`. */
export const GET = guarded(ofComparison, async (request: Request) => {
  const picture = await drawComparison(await getLibrary(), new URL(request.url).searchParams)
  return 'code' in picture
    ? answerError(picture.code, picture.detail)
    : await answerTaggedPicture(request, picture, 'svg')
})
