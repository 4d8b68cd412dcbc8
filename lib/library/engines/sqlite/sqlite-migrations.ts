import { zstdCompressSync } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import { LibraryFault } from '../../library-fault.ts'

/** Each step takes the schema one version up. A step that has been released never changes; add another. */
const steps = [
  `
  create table library (id integer primary key check (id = 1), revision integer not null) strict;
  insert into library (id, revision) values (1, 0);

  create table deal (
    id integer primary key,
    slug text not null unique,
    trust_key text, series_key text, depositor_key text,
    chosen text, summary text, name_sort text,
    shelf text, shelf_key text, year integer, signed_on text,
    pool_balance_cents real, loan_count real, average_balance_cents real,
    wac_pct real, waltv_pct real, wam_months real,
    checks_failed integer, checks_passed integer, stratifications integer,
    added_at text
  ) strict;
  create index deal_by_trust on deal (trust_key);
  create index deal_by_series on deal (series_key, depositor_key);

  create table filing (
    sha256 text primary key,
    deal_id integer not null references deal (id),
    name text not null,
    encoding text not null,
    added_at text not null,
    reader_version text not null,
    facts text not null,
    search_text text not null
  ) strict;
  create index filing_by_deal on filing (deal_id);

  create table raw_filing (
    sha256 text primary key references filing (sha256),
    bytes integer not null,
    zstd blob not null
  ) strict;

  create table report (sha256 text primary key references filing (sha256), json text not null) strict;

  create table bucket (
    sha256 text not null references filing (sha256),
    deal_id integer not null references deal (id),
    stratification text not null,
    position integer not null,
    dimension text, loan_group text, label text not null, code text,
    low real, high real, low_included integer, high_included integer,
    loan_count real, balance_cents real, balance_pct real,
    primary key (sha256, stratification, position)
  ) strict, without rowid;
  create index bucket_by_dimension on bucket (dimension, code, deal_id);

  create virtual table deal_search using fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
  `,
  `
  create table part_of_report (
    sha256 text not null references filing (sha256),
    part integer not null,
    line integer not null, start integer not null,
    tables text not null, tables_before integer not null,
    zstd blob not null,
    primary key (sha256, part)
  ) strict;
  insert into part_of_report
    select sha256, 1, 0, 0,
      (select json_group_array(value ->> 'id') from json_each(report.json, '$.stratifications')), 0, zstd(report.json)
    from report;
  drop table report;
  alter table part_of_report rename to report;
  `,
  `
  alter table report add column list text;
  alter table report add column page integer not null default 0;
  alter table report add column last_line integer;
  alter table report add column counts text;
  update report set list = '', page = part where part > 0;
  create index report_by_list on report (sha256, list, page);
  `,
  `
  update deal set
    checks_passed = (select sum(facts ->> '$.checks.passed') from filing where deal_id = deal.id),
    checks_failed = (select sum(facts ->> '$.checks.failed') from filing where deal_id = deal.id)
  where summary is not null and exists (select 1 from filing where deal_id = deal.id);
  alter table report add column bytes integer;
  update deal set summary = json_set(summary, '$.checks.passed', checks_passed, '$.checks.failed', checks_failed)
  where summary is not null;
  `,
  `
  alter table filing add column deleted_at text;
  alter table deal add column deleted_at text;
  create index filing_by_deletion on filing (deleted_at) where deleted_at is not null;
  create view kept_filing as select * from filing where deleted_at is null;
  `,
  `
  create table figures_of_filing (
    id integer primary key,
    sha256 text not null unique references filing (sha256),
    html text not null
  ) strict;
  create virtual table figure_search using fts5 (
    figures, content = '', contentless_delete = 1, detail = none, tokenize = "unicode61 tokenchars '.'"
  );
  `,
  `
  alter table deal add column given_name text;
  alter table deal add column former_names text not null default '';
  alter table deal add column edition integer not null default 0;
  create table tag (
    deal_id integer not null references deal (id),
    tag_key text not null,
    tag text not null,
    primary key (deal_id, tag_key)
  ) strict, without rowid;
  create index tag_by_key on tag (tag_key);
  create table note (
    id integer primary key,
    deal_id integer not null references deal (id),
    sha256 text references filing (sha256),
    at text, says text,
    text text not null,
    written_at text not null
  ) strict;
  create index note_by_deal on note (deal_id);
  create index note_by_filing on note (sha256);
  update deal set summary = json_set(summary, '$.filedName', null, '$.tags', json('[]')) where summary is not null;
  `,
  `
  create table figures_of_report (
    id integer primary key,
    sha256 text not null unique references filing (sha256),
    figures blob not null
  ) strict;
  create table tails_of_report (
    dimension text not null,
    report_id integer not null references figures_of_report (id),
    edges blob not null,
    primary key (dimension, report_id)
  ) strict, without rowid;
  create index tails_by_report on tails_of_report (report_id);
  alter table deal add column revision integer not null default 0;
  alter table deal add column report_id integer;
  alter table deal add column trustee text;
  alter table deal add column master_servicer text;
  alter table deal add column form_type text;
  update deal set form_type = (select facts ->> '$.formType' from filing where sha256 = deal.chosen);
  create index deal_listed on deal (
    revision, id, deleted_at, report_id, name_sort, shelf, shelf_key, year, signed_on, added_at,
    trustee, master_servicer, form_type, pool_balance_cents, loan_count, average_balance_cents,
    wac_pct, waltv_pct, wam_months, checks_failed, checks_passed, stratifications, chosen
  );
  create table saved_search (
    id integer primary key,
    name text not null,
    name_key text not null unique,
    query text not null,
    saved_at text not null
  ) strict;
  `,
  `
  alter table deal add column name text;
  alter table deal add column dated_on text;
  alter table deal add column dated_by text;
  update deal set name = summary ->> '$.name' where summary is not null;
  create index deal_in_time on deal (id, slug, name, shelf, dated_on, dated_by);
  `,
  `
  create table kept_column (
    name text primary key,
    layout integer not null,
    revision integer not null,
    rows integer not null,
    bytes blob not null
  ) strict;
  `,
  `
  alter table filing add column accession text;
  alter table filing add column edgar_company integer;
  alter table filing add column edgar_document text;
  update filing set accession = facts ->> '$.accession';
  create index filing_by_accession on filing (accession) where accession is not null;
  create table edgar_turn (id integer primary key check (id = 1), next_at real not null) strict;
  insert into edgar_turn (id, next_at) values (1, 0);
  `,
  `
  create table edgar_submission (accession text primary key, listed text not null) strict;
  `,
  `
  create table share_link (
    id text primary key,
    token_hash text not null unique,
    address text not null,
    name text not null,
    made_by text not null,
    made_at text not null,
    expires_at text,
    withdrawn_by text,
    withdrawn_at text
  ) strict;
  create index share_link_by_time on share_link (made_at);
  create table act (
    id text primary key,
    at text not null,
    who text not null,
    client text not null,
    what text not null,
    detail text not null
  ) strict;
  `,
  `
  create table tape (
    sha256 text primary key references filing (sha256),
    kind text not null,
    layout integer not null,
    assets blob not null,
    properties blob not null,
    owners blob not null
  ) strict;
  create table tape_column (
    sha256 text not null references tape (sha256),
    of_property integer not null,
    position integer not null,
    field text not null,
    figures blob not null,
    lines blob not null,
    primary key (sha256, of_property, position)
  ) strict;
  `,
  `
  create table loose_original (sha256 text primary key, since text not null) strict;
  create table ended_sessions (person text primary key, at text not null) strict;
  `,
] as const

/** The newest version of the schema, which libraries that are opened are brought to. */
export const schemaVersion = steps.length

/**
 * Bring the schema to the newest version.
 *
 * Safe when two processes start at once: the version is read again under the write lock, so one of them does the steps
 * and the other finds them done. A step that fails leaves the schema as it was. Throws a LibraryFault for a newer schema.
 */
export function migrate(database: Database): void {
  const version = versionOf(database)
  if (version > steps.length)
    throw new LibraryFault('library-is-newer', `its schema is version ${version}, not ${steps.length}`)
  database.function('zstd', { deterministic: true }, text => zstdCompressSync(String(text)))
  const climb = database.transaction(() => {
    assertOwn(database)
    for (const [version, step] of steps.entries()) {
      if (version < versionOf(database)) continue
      database.exec(step)
      database.pragma(`user_version = ${version + 1}`)
    }
  })
  if (versionOf(database) < steps.length) climb.immediate()
}

/** Nothing is added to a database that somebody else made. */
function assertOwn(database: Database): void {
  const tables = database.prepare('select count(*) from sqlite_schema').pluck().get()
  if (versionOf(database) === 0 && tables !== 0)
    throw new LibraryFault('library-damaged', 'the file holds tables of another program')
}

function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}
