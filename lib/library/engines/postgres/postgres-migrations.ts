import { type Kysely, sql, type Transaction } from 'kysely'
import { LibraryFault } from '../../library-fault.ts'
import type { Tables } from '../../schema.ts'

/** Texts are compared byte by byte, as SQLite does, whatever language the database was made for. */
const text = 'text collate "C"'

/**
 * Each step takes the schema one version up. A step that has been released never changes; add another. Numbers of rows come
 * from the rows that are there (`nextId`), and from no sequence: a library that was moved goes on where it was.
 */
const steps = [
  `
  create table library (id integer primary key check (id = 1), revision bigint not null);
  insert into library (id, revision) values (1, 0);

  create table deal (
    id bigint primary key,
    slug ${text} not null unique,
    trust_key ${text}, series_key ${text}, depositor_key ${text},
    chosen ${text}, summary ${text}, name ${text}, name_sort ${text},
    shelf ${text}, shelf_key ${text}, year integer, signed_on ${text},
    dated_on ${text}, dated_by ${text},
    pool_balance_cents double precision, loan_count double precision, average_balance_cents double precision,
    wac_pct double precision, waltv_pct double precision, wam_months double precision,
    checks_failed integer, checks_passed integer, stratifications integer,
    added_at ${text}, deleted_at ${text},
    given_name ${text}, former_names ${text} not null default '',
    edition integer not null default 0, revision bigint not null default 0, report_id bigint,
    trustee ${text}, master_servicer ${text}, form_type ${text}
  );
  create index deal_by_revision on deal (revision, id);

  create table filing (
    sha256 ${text} primary key,
    deal_id bigint not null references deal (id),
    name ${text} not null,
    encoding ${text} not null,
    added_at ${text} not null,
    reader_version ${text} not null,
    facts ${text} not null,
    search_text ${text} not null,
    deleted_at ${text},
    accession ${text}, edgar_company bigint, edgar_document ${text}
  );
  create index filing_by_deal on filing (deal_id);
  create index filing_by_deletion on filing (deleted_at) where deleted_at is not null;
  create index filing_by_accession on filing (accession) where accession is not null;
  create view kept_filing as select * from filing where deleted_at is null;

  create table raw_filing (
    sha256 ${text} primary key references filing (sha256),
    bytes bigint not null,
    zstd bytea not null
  );

  create table report (
    sha256 ${text} not null references filing (sha256),
    part bigint not null,
    list ${text}, page bigint not null default 0,
    line bigint not null, start bigint not null, last_line bigint,
    tables ${text} not null, tables_before bigint not null,
    counts ${text}, bytes bigint,
    zstd bytea not null,
    primary key (sha256, part)
  );

  create table bucket (
    sha256 ${text} not null references filing (sha256),
    deal_id bigint not null references deal (id),
    stratification ${text} not null,
    position integer not null,
    dimension ${text}, loan_group ${text}, label ${text} not null, code ${text},
    low double precision, high double precision, low_included integer, high_included integer,
    loan_count double precision, balance_cents double precision, balance_pct double precision
  );
  create index bucket_by_filing on bucket (sha256);

  create table deal_words (deal_id bigint primary key references deal (id), words ${text} not null);

  create table figures_of_filing (
    id bigint primary key,
    sha256 ${text} not null unique references filing (sha256),
    html ${text} not null
  );
  create table printed_figures (
    id bigint primary key references figures_of_filing (id),
    figures text[] not null
  );

  create table tag (
    deal_id bigint not null references deal (id),
    tag_key ${text} not null,
    tag ${text} not null,
    primary key (deal_id, tag_key)
  );
  create index tag_by_key on tag (tag_key);
  create table note (
    id bigint primary key,
    deal_id bigint not null references deal (id),
    sha256 ${text} references filing (sha256),
    at ${text}, says ${text},
    text ${text} not null,
    written_at ${text} not null
  );
  create index note_by_deal on note (deal_id);
  create index note_by_filing on note (sha256);

  create table figures_of_report (
    id bigint primary key,
    sha256 ${text} not null unique references filing (sha256),
    figures bytea not null
  );
  create table tails_of_report (
    dimension ${text} not null,
    report_id bigint not null references figures_of_report (id),
    edges bytea not null,
    primary key (dimension, report_id)
  );
  create index tails_by_report on tails_of_report (report_id);

  create table saved_search (
    id bigint primary key,
    name ${text} not null,
    name_key ${text} not null unique,
    query ${text} not null,
    saved_at ${text} not null
  );
  create table edgar_turn (id integer primary key check (id = 1), next_at double precision not null);
  insert into edgar_turn (id, next_at) values (1, 0);
  create table kept_column (
    name ${text} primary key,
    layout integer not null,
    revision bigint not null,
    rows integer not null,
    bytes bytea not null
  );
  `,
  `
  create table edgar_submission (accession ${text} primary key, listed ${text} not null);
  `,
  `
  create table share_link (
    id ${text} primary key,
    token_hash ${text} not null unique,
    address ${text} not null,
    name ${text} not null,
    made_by ${text} not null,
    made_at ${text} not null,
    expires_at ${text},
    withdrawn_by ${text},
    withdrawn_at ${text}
  );
  create index share_link_by_time on share_link (made_at);
  create table act (
    id ${text} primary key,
    at ${text} not null,
    who ${text} not null,
    client ${text} not null,
    what ${text} not null,
    detail ${text} not null
  );
  `,
  `
  create table tape (
    sha256 ${text} primary key references filing (sha256),
    kind ${text} not null,
    layout integer not null,
    assets bytea not null,
    properties bytea not null,
    owners bytea not null
  );
  create table tape_column (
    sha256 ${text} not null references tape (sha256),
    of_property integer not null,
    position integer not null,
    field ${text} not null,
    figures bytea not null,
    lines bytea not null,
    primary key (sha256, of_property, position)
  );
  `,
  `
  create table loose_original (sha256 ${text} primary key, since ${text} not null);
  create table ended_sessions (person ${text} primary key, at ${text} not null);
  `,
] as const

/**
 * What makes a library quicker, and not every database that speaks PostgreSQL has: indexes for words and figures, packed
 * bytes that are not packed again, and word of each change.
 */
const comforts = [
  // A name may be longer than a row of other indexes.
  `create index deal_by_trust on deal using hash (trust_key);
   create index deal_by_series on deal using hash (series_key)`,
  'create index figures_printed on printed_figures using gin (figures)',
  `create extension if not exists pg_trgm with schema public;
   create index words_of_deals on deal_words using gin (words public.gin_trgm_ops)`,
  `alter table raw_filing alter column zstd set storage external;
   alter table report alter column zstd set storage external`,
  `create function tell_revision() returns trigger language plpgsql as
     $$ begin perform pg_notify('strata', ''); return null; end $$;
   create trigger revision_raised after update on library for each row
     when (old.revision is distinct from new.revision) execute function tell_revision()`,
]

/** The newest version of the schema, which libraries that are opened are brought to. */
export const schemaVersion = steps.length

/** Any number, the same for all Stratas: whoever makes or migrates a library holds this lock meanwhile. */
const migrationLock = 7_305_122_001

/**
 * Bring the schema to the newest version.
 *
 * Safe when several processes start at once: one of them does the steps under a lock of the database, and the others find
 * them done. A step that fails leaves the schema as it was. Throws a LibraryFault for a newer schema.
 */
export async function migratePostgres(database: Kysely<Tables>): Promise<void> {
  const version = await versionOf(database)
  if (version > schemaVersion)
    throw new LibraryFault('library-is-newer', `its schema is version ${version}, not ${schemaVersion}`)
  if (version === schemaVersion) return
  await database.transaction().execute(async transaction => {
    // Whoever waits here waits for another process that does the same.
    await sql`set local lock_timeout = '60s'`.execute(transaction)
    await sql`set local statement_timeout = 0`.execute(transaction)
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction)
    const found = await versionOf(transaction)
    if (found === 0) await sql`create table library_schema (version integer not null)`.execute(transaction)
    for (const step of steps.slice(found)) await sql.raw(step).execute(transaction)
    if (found === 0) for (const comfort of comforts) await addComfort(transaction, comfort)
    await sql`delete from library_schema`.execute(transaction)
    await sql`insert into library_schema (version) values (${sql.lit(schemaVersion)})`.execute(transaction)
  })
}

/** A library works without it, more slowly. */
async function addComfort(transaction: Transaction<Tables>, comfort: string): Promise<void> {
  await sql`savepoint comfort`.execute(transaction)
  try {
    await sql.raw(comfort).execute(transaction)
  } catch {
    await sql`rollback to savepoint comfort`.execute(transaction)
  }
}

/** 0 where there is no library yet. */
async function versionOf(database: Kysely<Tables>): Promise<number> {
  const { rows: tables } = await sql`
    select 1 from information_schema.tables
    where table_schema = current_schema() and table_name = 'library_schema'`.execute(database)
  if (tables.length === 0) return 0
  const { rows } = await sql<{ version: number }>`select version from library_schema`.execute(database)
  return rows[0]?.version ?? 0
}
