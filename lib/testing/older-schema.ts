import type { Database } from 'better-sqlite3'

/** What takes back each step of the schema from the fifth on, see `sqlite-migrations.ts`. */
const undoing = [
  `
  drop view kept_filing;
  drop index filing_by_deletion;
  alter table filing drop column deleted_at;
  alter table deal drop column deleted_at;
  `,
  `
  drop table figures_of_filing;
  drop table figure_search;
  `,
  `
  drop table tag;
  drop table note;
  alter table deal drop column given_name;
  alter table deal drop column former_names;
  alter table deal drop column edition;
  update deal set summary = json_remove(summary, '$.filedName', '$.tags');
  `,
  `
  drop table saved_search;
  drop index deal_listed;
  ${['revision', 'report_id', 'trustee', 'master_servicer', 'form_type']
    .map(column => `alter table deal drop column ${column};`)
    .join('\n  ')}
  drop table tails_of_report;
  drop table figures_of_report;
  `,
  `
  drop index deal_in_time;
  ${['name', 'dated_on', 'dated_by'].map(column => `alter table deal drop column ${column};`).join('\n  ')}
  `,
  'drop table kept_column;',
  `
  drop index filing_by_accession;
  ${['accession', 'edgar_company', 'edgar_document'].map(column => `alter table filing drop column ${column};`).join('\n  ')}
  drop table edgar_turn;
  `,
  'drop table edgar_submission;',
  'drop table share_link; drop table act;',
  'drop table tape_column; drop table tape;',
  'drop table loose_original; drop table ended_sessions;',
]

/** For tests: make an open library one of the fourth version of the schema, which a test may take further back. */
export function takeBackTo4(connection: Database): void {
  for (const step of undoing.toReversed()) connection.exec(step)
  connection.pragma('user_version = 4')
}
