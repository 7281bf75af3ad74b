import { addDays, dayAt, type Instant, type PlainDate } from "../../../shared/law/calendar.ts";
import { isOfficeDay } from "../../../shared/law/office-days.ts";
import { leafOf, now, type Shown, sha256, trail, watched } from "./story.ts";

const hourOf = (at: string) => at.slice(0, 13);
const digestName = (hour: string) => `trail/digests/${hour.slice(0, 10).replaceAll("-", "/")}/${hour}.json`;
const digestedUntil = "2026-11-26T02:00:00.000Z" as Instant;

/** An hour that nobody signed. */
export const missingHour = "2026-11-24T05";

const outOfHours = ({ at }: Shown) => {
  const clock = new Date(Date.parse(at) + 9 * 3_600_000).toISOString().slice(11, 16);
  return !isOfficeDay(dayAt(at)) || clock < "08:30" || clock >= "17:15";
};

type Query = Readonly<Record<string, string | undefined>>;

const chosen = ({ officer, subject, term, action, kind, result, from, to }: Query) =>
  trail.filter(
    (entry) =>
      (!officer || entry.officer === officer) &&
      (!subject || entry.subjects.includes(subject)) &&
      (!term || entry.terms.some(({ value }) => value === term)) &&
      (!action || entry.action === action) &&
      (!kind || entry.kind === kind) &&
      (!result || entry.result === result) &&
      (!from || dayAt(entry.at) >= from) &&
      (!to || dayAt(entry.at) <= to),
  );

export const entriesAnswer = (query: Query) => {
  const found = chosen(query).filter(({ entryId }) => !query.after || entryId < query.after);
  const page = found.slice(0, Number(query.limit ?? 50));
  return { entries: page, next: found.length > page.length ? (page.at(-1)?.entryId ?? null) : null, digestedUntil };
};

export const entryAnswer = (entryId: string) => {
  const entry = trail.find((one) => one.entryId === entryId);
  if (entry === undefined) return undefined;
  const hour = hourOf(entry.at);
  const digest = { name: digestName(hour), hour, signed: true };
  const proof = {
    leaf: leafOf(entry),
    index: 1,
    size: 4,
    path: [sha256("left"), sha256("right")],
    root: sha256("root"),
  };
  return entry.at < digestedUntil ? { entry, digest, proof } : { entry, digest: null, proof: null };
};

const hoursBetween = (from: string, to: string): string[] => {
  const first = Date.parse(`${from}T00:00:00+09:00`);
  const last = Math.min(Date.parse(`${to}T23:00:00+09:00`), Date.parse(digestedUntil) - 3_600_000);
  return Array.from({ length: Math.max(0, Math.floor((last - first) / 3_600_000) + 1) }, (_, at) =>
    hourOf(new Date(first + at * 3_600_000).toISOString()),
  );
};

const head = { name: digestName("2026-11-26T01"), hour: "2026-11-26T01", sha256: sha256("head") };

export const digestsAnswer = ({ from = "", to = "" }: Query) => {
  const hours = hoursBetween(from, to);
  return {
    digests: hours
      .filter((hour) => hour !== missingHour)
      .map((hour) => ({
        hour,
        name: digestName(hour),
        entries: trail.filter(({ at }) => hourOf(at) === hour).length,
        files: 1,
        late: 0,
        merkleRoot: sha256(`root ${hour}`),
        sha256: sha256(`digest ${hour}`),
      })),
    missing: hours.filter((hour) => hour === missingHour),
    head,
  };
};

/** Days on which the stored trail was tampered with are not whole. */
export const verificationAnswer = ({ from = "", to = "" }: Query) => {
  const hours = hoursBetween(from, to);
  const faults = hours.includes(missingHour)
    ? [{ code: "digest-missing", place: digestName(missingHour), detail: "この時間のダイジェストがありません" }]
    : [];
  return {
    ok: faults.length === 0,
    hours: hours.length,
    entries: chosen({ from, to }).length,
    faults,
    head,
    checkedAt: now,
  };
};

export const activityAnswer = ({ from = "", to = "" }: Query) => {
  const counted = (entries: readonly Shown[]) => ({
    total: entries.length,
    refused: entries.filter(({ result }) => result === "refused").length,
    outOfHours: entries.filter(outOfHours).length,
  });
  const days: PlainDate[] = [];
  for (let day = from as PlainDate; day <= to; day = addDays(day, 1)) days.push(day);
  const entries = chosen({ from, to });
  return {
    days: days.map((day) => {
      const own = chosen({ from: day, to: day });
      return {
        day,
        ...counted(own),
        kinds: Object.fromEntries([...Map.groupBy(own, ({ kind }) => kind)].map(([kind, all]) => [kind, all.length])),
      };
    }),
    officers: [...Map.groupBy(entries, ({ officer }) => officer)].map(([officer, own]) => ({
      officer,
      ...counted(own),
      lastAt: own[0]?.at,
    })),
  };
};

const findings = { "view-without-filing": 2, "out-of-hours": 1 };
const rows = [
  {
    finding: "view-without-filing",
    findingLabel: "届出のない閲覧",
    officer: "clerk-3",
    subject: watched.subject,
    at: "2026-10-14T12:47:00.000Z",
    detail: "前後30日に届出がありません",
  },
  {
    finding: "view-without-filing",
    findingLabel: "届出のない閲覧",
    officer: "clerk-1",
    subject: null,
    at: "2026-10-20T02:00:00.000Z",
    detail: "前後30日に届出がありません",
  },
  {
    finding: "out-of-hours",
    findingLabel: "時間外",
    officer: "clerk-3",
    subject: null,
    at: null,
    detail: "21時台に3件",
  },
];
const month = { month: "2026-10", createdAt: "2026-10-31T18:00:00.000Z", findings };
export const reportsAnswer = { reports: [month] };
export const reportAnswer = (asked: string) =>
  asked === month.month
    ? { ...month, rows, csv: "指摘,職員\r\n", pdfBase64: Buffer.from("%PDF-1.7").toString("base64") }
    : undefined;

export const rightsAnswer = ({ department }: Query) => ({
  rights: [
    { officer: "clerk-3", duty: "clerk", dutyLabel: "窓口", lastUsedAt: "2026-11-25T12:49:00.000Z", temporary: null },
    { officer: "examiner-9", duty: "examiner", dutyLabel: "審査", lastUsedAt: null, temporary: "繁忙期の応援" },
  ]
    .map((right, at) => ({
      rightId: `R${at}`,
      department: "pension",
      departmentLabel: "国保年金課 年金担当",
      from: "2026-04-01",
      until: "2027-03-31",
      confirmedOn: "2026-10-05",
      decidedBy: "head-01",
      stateLabel: "有効",
      reviewDue: false,
      ended: null,
      ...right,
    }))
    .filter((right) => !department || right.department === department),
});
