import type { Occasion } from "../../../shared/domain/filing.ts";
import { type CorrectionId, lettersFrom } from "../../../shared/domain/ids.ts";
import {
  changedParts,
  countingApplications,
  exemptionsDecidedBy,
  isDecidedBy,
} from "../../../shared/domain/income-correction.ts";
import type { IncomeRecord } from "../../../shared/domain/income-record.ts";
import { flows } from "../../../shared/flows/catalogue.ts";
import { dayAt } from "../../../shared/law/calendar.ts";
import { type Filing, filingKey, filingOf } from "../../../shared/stores/filings.ts";
import { type CorrectionRow, sealCorrection } from "../../../shared/stores/income-corrections.ts";
import type { LoadedPerson } from "../../../shared/stores/people.ts";
import type { StorePorts } from "../../ports.ts";

interface NewVersion {
  readonly loaded: LoadedPerson;
  readonly year: number;
  /** Null where no 所得情報 of the year was on file. */
  readonly before: IncomeRecord | null;
  readonly after: IncomeRecord;
  /** The version that `after` becomes. */
  readonly version: number;
}

const isApplicationOf = (filing: Filing, year: number, loaded: LoadedPerson): boolean => {
  const cycle = flows[filing.flow].family === "deferment" ? "student" : "exemption";
  return countingApplications(loaded.entries, loaded.person).some(
    (application) => application.filingId === filing.filingId && isDecidedBy(application, cycle, year),
  );
};

/** Applications that count in the ledger and turn on the income of `year`: those withdrawn or refused count no longer. */
const applicationsOn = async (year: number, loaded: LoadedPerson, ports: StorePorts) => {
  const ids = [...new Set(countingApplications(loaded.entries, loaded.person).map(({ filingId }) => filingId))];
  const rows =
    ids.length === 0 ? [] : await ports.database.getAll(ids.map((id) => ({ table: "filings", key: filingKey(id) })));
  return rows
    .flatMap((row) => (row ? [filingOf(row)] : []))
    .filter((filing) => isApplicationOf(filing, year, loaded))
    .map(({ filingId }) => filingId);
};

/**
 * The 更正 for a clerk to look at, where a new version differs in what is examined and something was decided on the one
 * before; null otherwise. The first 所得情報 of a year opens the applications that were decided without any.
 */
export const reopening = async (
  { loaded, year, before, after, version }: NewVersion,
  occasion: Occasion,
  ports: StorePorts,
): Promise<CorrectionRow | null> => {
  const changed = changedParts(before, after);
  if (changed.length === 0) return null;
  const filings = await applicationsOn(year, loaded, ports);
  const exemptions = before === null ? [] : exemptionsDecidedBy(loaded.person, year);
  if (filings.length === 0 && exemptions.length === 0) return null;
  const correctionId = `C${dayAt(occasion.at).replaceAll("-", "")}-${lettersFrom(ports.random(6))}` as CorrectionId;
  return {
    correctionId,
    personId: loaded.personId,
    year,
    incomeVersion: version,
    openedAt: occasion.at,
    state: "open",
    decidedBy: null,
    decidedAt: null,
    sealed: sealCorrection(loaded.key, correctionId, {
      before: before?.reference ?? null,
      after: after.reference,
      changed: [...changed],
      filings,
      exemptions: exemptions.map(({ type, from, until }) => ({ type, from, until })),
      note: "",
    }),
    version: 1,
  };
};
