import { answerUpload } from '@/app/api/answer-upload.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { fetchSchema, keepFromEdgar } from '@/lib/server/edgar-answer.ts'
import { changing } from '@/lib/server/read-change.ts'

export const runtime = 'nodejs'

/** Fetch a submission from EDGAR, or some of its documents, and keep them as if they had been uploaded. */
export const POST = changing('edit', fetchSchema, async (asked, request) =>
  answerUpload(request, await keepFromEdgar(await getLibrary(), asked)),
)
