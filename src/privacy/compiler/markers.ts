/** Markers: from the ledger of limits to one bit a purpose on every row about a person. Pure text for the compiler. */
import type { AnyDataMap } from '../map/data-map.ts'
import { primaryKey } from '../map/uses.ts'
import { consentHashes } from '../notice/consent-text.ts'
import type { PolicyShape } from '../policy/shape.ts'
import { definer, type Piece, planOnce } from './piece.ts'
import { literal, quote } from './quote.ts'

/** The texts of a purpose that rests on consent, as SQL: a consent to any other no longer stands. */
function textsOf(policy: PolicyShape, purpose: string): string {
  const consents = policy.purposes[purpose]?.basis.kind === 'consent'
  return `array[${(consents ? consentHashes(purpose, policy) : []).map(literal).join(', ')}]::text[]`
}

/** A person starts outside every purpose that rests on consent. */
export function consentBits(policy: PolicyShape): number {
  return Object.values(policy.purposes)
    .filter((purpose) => purpose.basis.kind === 'consent')
    .reduce((bits, purpose) => bits | (2 ** purpose.bit), 0)
}

/**
 * Purposes of the provider's own: what it may ask consent for, or does in its own interest. A client's own customers are in none,
 * as a processor uses nobody's data for itself (Art. 28(3)(a), 28(10)). Security is not one: it binds a processor too (Art. 28(3)(c),
 * 32), and goes on where a person restricts everything that may stop.
 */
export function ownEnds(policy: PolicyShape): string[] {
  return Object.entries(policy.purposes).flatMap(([name, { basis, restriction }]) =>
    basis.kind === 'consent' || (basis.kind === 'legitimate_interests' && restriction === 'stops') ? [name] : [],
  )
}

const ownBits = (policy: PolicyShape): number =>
  ownEnds(policy).reduce((bits, name) => bits | (2 ** (policy.purposes[name]?.bit ?? 0)), 0)

/**
 * What the ledger says now, and in what capacity the person is held. Of each purpose: an objection stands until it is lifted or the person consents; consent
 * stands from the last time it was given until it is taken back, for the policy's time at most, and only while the text
 * is still the one that was agreed to; a restriction of the person takes out the purposes
 * that a restriction stops.
 */
export function markerOf(policy: PolicyShape): Piece {
  const rules = Object.entries(policy.purposes)
    .map(
      ([name, rule]) =>
        `(${literal(name)}, ${2 ** rule.bit}, ${rule.basis.kind === 'consent'}, ${rule.restriction === 'stops'}, ${textsOf(policy, name)})`,
    )
    .join(', ')
  const last = (which: string, said = 'l.kind') =>
    `(select ${said} from base.limit_entry l where l.account_id = account and l.person_id = person and ${which} order by l.number desc limit 1)`
  return definer(
    'marker_of',
    'account uuid, person uuid',
    'integer',
    `return (case when base.held_for_client(account, person) then ${ownBits(policy)} else 0 end) | (
      with restriction as materialized (select ${last('l.purpose is null')} is not distinct from 'restricted' as stands)
      select coalesce(bit_or(rule.bit), 0)
      from (values ${rules}) as rule(purpose, bit, consent, stops, texts), restriction
      where (rule.stops and restriction.stands)
        or ${last("l.purpose = rule.purpose and l.kind in ('objected', 'lifted', 'consent_given')")} is not distinct from 'objected'
        or (rule.consent and ${last("l.purpose = rule.purpose and l.kind in ('consent_given', 'consent_missing')", stands(policy))} is not true));`,
    `stable${planOnce}`,
  )
}

/** Whether a person is out of a purpose now: for what acts for it later under another (letters that wait). */
export function isLimited(policy: PolicyShape): Piece {
  const bits = Object.entries(policy.purposes).map(([name, rule]) => `when ${literal(name)} then ${2 ** rule.bit}`)
  return definer(
    'is_limited',
    'account uuid, person uuid, purpose text',
    'boolean',
    `return coalesce((select p.marker & (case purpose ${bits.join(' ')} else 0 end) <> 0
       from base.person p where p.account_id = account and p.id = person), false);`,
    'stable',
  )
}

/** Whether an entry `l` about consent lets `rule` use the person's data at a moment. */
function stands({ consent }: PolicyShape, now = 'now()'): string {
  return `l.kind = 'consent_given' and (l.at at time zone 'UTC') + interval ${literal(consent.lasts)} > ${now} at time zone 'UTC' and coalesce(l.text_hash = any(rule.texts), false)`
}

/**
 * Ends consents that no longer stand, or will not `ahead` of now, up to `most`: too old, or given to another text. Answers
 * whose they were. The person's row is locked, as in every other change of what limits them.
 */
export function endConsents(policy: PolicyShape): Piece {
  const rules = Object.entries(policy.purposes)
    .filter(([, { basis }]) => basis.kind === 'consent')
    .map(([name]) => `(${literal(name)}, ${textsOf(policy, name)})`)
    .join(', ')
  const later = `exists (select from base.limit_entry n where n.account_id = l.account_id and n.person_id = l.person_id
    and n.purpose = l.purpose and n.kind in ('consent_given', 'consent_missing') and n.number > l.number)`
  const none = `values (null::text, null::text[])`
  return definer(
    'end_consents',
    'ahead interval, most integer',
    'table(account_id uuid, person_id uuid)',
    `declare one record; begin
      for one in select l.account_id, l.person_id, l.purpose, l.number
        from base.limit_entry l join (${rules === '' ? none : `values ${rules}`}) as rule(purpose, texts) on rule.purpose = l.purpose
        where l.kind = 'consent_given' and not (${stands(policy, '(now() + ahead)')}) and not ${later}
          and exists (select from base.person p where p.account_id = l.account_id and p.id = l.person_id and p.erased_at is null)
        order by l.at limit most
      loop
        perform from base.person p where p.account_id = one.account_id and p.id = one.person_id and p.erased_at is null
          for no key update;
        continue when not found or exists (select from base.limit_entry n where n.account_id = one.account_id
          and n.person_id = one.person_id and n.purpose = one.purpose and n.number > one.number
          and n.kind in ('consent_given', 'consent_missing'));
        insert into base.limit_entry (account_id, person_id, number, purpose, kind, by_kind)
          select one.account_id, one.person_id, max(l.number) + 1, one.purpose, 'consent_missing', 'system'
          from base.limit_entry l where l.account_id = one.account_id and l.person_id = one.person_id;
        perform base.apply_marker(one.account_id, one.person_id, base.marker_of(one.account_id, one.person_id));
        account_id := one.account_id; person_id := one.person_id; return next;
      end loop;
    end`,
  )
}

/** Writes a person's marker on every row about them, in the transaction of the change. */
export function applyMarker(maps: readonly AnyDataMap[]): Piece {
  const updates = maps
    .filter((map) => map.rule.about !== null)
    .sort((a, b) => (a.table === 'person' ? -1 : b.table === 'person' ? 1 : a.table < b.table ? -1 : 1))
    .map(
      (map) =>
        `update base.${quote(map.table)} t set marker = wanted where t.account_id = account and t.${quote(map.rule.about as string)} = person and t.marker <> wanted;`,
    )
  return definer(
    'apply_marker',
    'account uuid, person uuid, wanted integer',
    'void',
    updates.join('\n'),
    `volatile${planOnce}`,
  )
}

/**
 * A new row, and one that becomes about somebody else, takes that person's marker. The person's row is share-locked,
 * so that a limit set at the same moment either is seen here or waits and then finds this row. About an erased person
 * nothing is written any more.
 *
 * The second is done after the row is written: a trigger before updates would make PostgreSQL compute the generated columns
 * of every row anew, whatever an update changes, and a search index costs more than all else that an update does.
 */
export function markerTrigger(map: AnyDataMap, maps: readonly AnyDataMap[], policy: PolicyShape): Piece[] {
  if (map.table === 'person') {
    // Nobody new has a place yet: held_for_client, asked before there is a row.
    const held = `new.login_id is null and exists (select from base.account a where a.id = new.account_id and a.kind = 'client')`
    return trigger(
      map,
      `mark_${map.table}`,
      'before insert',
      `begin new.marker := ${consentBits(policy)} | case when ${held} then ${ownBits(policy)} else 0 end; return new; end`,
    )
  }
  const about = map.rule.about as string
  const people = maps.find((one) => one.table === 'person')
  const erased = people && 'erased_at' in people.columns ? 'p.erased_at' : 'null::timestamptz'
  const body = (found: string) => `declare found_marker integer; erased timestamptz; begin
           select p.marker, ${erased} into found_marker, erased from base.person p
             where p.account_id = new.account_id and p.id = new.${quote(about)} for share;
           if erased is not null then raise exception 'the person is erased' using errcode = 'ZV410'; end if;
           ${found}
           return new; end`
  const same = primaryKey(map).map((name) => `t.${quote(name)} = new.${quote(name)}`)
  const changed = `old.${quote(about)} is distinct from new.${quote(about)}`
  return [
    ...trigger(map, `mark_${map.table}`, 'before insert', body('new.marker := coalesce(found_marker, 0);')),
    ...trigger(
      map,
      `remark_${map.table}`,
      `after update of ${quote(about)}`,
      body(`if new.marker is distinct from coalesce(found_marker, 0) then
             update base.${quote(map.table)} t set marker = coalesce(found_marker, 0) where ${same.join(' and ')};
           end if;`),
      `when (${changed}) `,
    ),
  ]
}

function trigger(map: AnyDataMap, name: string, at: string, body: string, when = ''): Piece[] {
  return [
    {
      kind: 'function',
      name: `base.${name}`,
      sql: `create or replace function base.${quote(name)}() returns trigger language plpgsql security definer set search_path = pg_catalog as $$ ${body} $$; revoke execute on function base.${quote(name)}() from public`,
    },
    {
      kind: 'trigger',
      name: `${name} on base.${map.table}`,
      sql: `create or replace trigger ${quote(name)} ${at} on base.${quote(map.table)} for each row ${when}execute function base.${quote(name)}()`,
    },
  ]
}
