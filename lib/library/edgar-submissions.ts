import type { Kysely } from 'kysely'
import { type ListedSubmission, listedSubmissionSchema } from './listed-submission.ts'
import { parseStored } from './parse-stored.ts'
import type { Tables } from './schema.ts'
import { whenFree } from './when-free.ts'

/** Keep what EDGAR lists of a submission, in place of what it listed before. */
export async function keepSubmission(database: Kysely<Tables>, submission: ListedSubmission): Promise<void> {
  const row = { accession: submission.accession, listed: JSON.stringify(submission) }
  await whenFree(() =>
    database
      .insertInto('edgar_submission')
      .values(row)
      .onConflict(conflict => conflict.column('accession').doUpdateSet({ listed: row.listed }))
      .execute(),
  )
}

/** What EDGAR listed of a submission when somebody asked; null where nobody has. */
export async function findSubmission(
  database: Kysely<Tables>,
  accession: string,
): Promise<ListedSubmission | null> {
  const row = await database
    .selectFrom('edgar_submission')
    .select('listed')
    .where('accession', '=', accession)
    .executeTakeFirst()
  if (row === undefined) return null
  return listedSubmissionSchema.parse(parseStored(row.listed, `the list of submission ${accession}`))
}
