import { type Department, dutiesOf } from "../../shared/domain/departments.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { flowIds } from "../../shared/flows/catalogue.ts";
import type { Asker } from "./askers.ts";

/**
 * Who may do what, written down apart from the policies and cell by cell. A row has one sign for each column, in the
 * order of `columns`; what has no row, no column or no sign is decided by nobody, and the test fails.
 */
export const columns = [
  ...(["clerk", "examiner", "manager", "head"] as const).map((duty) => ["pension", duty, null] as const),
  ...(["clerk", "head"] as const).map((duty) => ["district-office", duty, null] as const),
  ...(["steward", "head"] as const).map((duty) => ["information-policy", duty, null] as const),
  ["operations", "operator", null],
  ["audit", "auditor", null],
  ...(
    [
      "resident-registry",
      "tax",
      "family-registry",
      "national-health-insurance",
      "application-intake",
      "results-intake",
    ] as const
  ).map((system) => ["linked-system", "system", system] as const),
] as const;

/** Values of the facts that decide beside the caller; where a kind is open, the last is one that no policy names. */
export const factValues = {
  own: [true, false],
  mine: [true, false],
  suspended: [true, false],
  department: keysOf(dutiesOf),
  /** Of all duties only this one is told from the others. */
  duty: ["head", "clerk"],
  content: ["people", "trail", "nothing"],
  list: ["transfer1", "transfer2", "provide1"],
  purpose: [
    undefined,
    "counter-inquiry",
    "filing",
    "jps-inquiry",
    "correction",
    "protected-address",
    "individual-number",
    "medical",
    "curiosity",
  ],
  through: ["showPerson", "showLedger", "showMonths", "searchPeople", "showFiling", "listResidentChanges"],
} as const;

export type MatrixFacts = Readonly<Record<string, string | boolean | undefined>>;

/** What a sign asks of the facts. */
const signs: Readonly<Record<string, (facts: MatrixFacts) => boolean>> = {
  y: () => true,
  "-": () => false,
  /** another's work only */
  n: ({ own }) => own === false,
  /** rights of 年金担当, 地区サービス事務所 (but not of its 所属長), 情報政策課 and, of the last, of whoever has no 所属長, and of 所属長; neither asked for by them nor theirs */
  p: ({ own, mine, department, duty }) =>
    !own &&
    !mine &&
    (["pension", "information-policy"].includes(String(department)) ||
      (department === "district-office" && duty !== "head")),
  d: ({ own, mine, department }) => !own && !mine && department === "district-office",
  i: ({ own, mine, department, duty }) =>
    !own &&
    !mine &&
    (["information-policy", "operations", "audit", "linked-system"].includes(String(department)) || duty === "head"),
  /** a right over which their 所属長 have a say, whoever asked for it */
  P: ({ department, duty }) =>
    ["pension", "information-policy"].includes(String(department)) ||
    (department === "district-office" && duty !== "head"),
  D: ({ department }) => department === "district-office",
  I: ({ department, duty }) =>
    ["information-policy", "operations", "audit", "linked-system"].includes(String(department)) || duty === "head",
  /** a right in their own department */
  "1": ({ department }) => department === "pension",
  "2": ({ department }) => department === "district-office",
  "3": ({ department }) => department === "information-policy",
  "4": ({ department }) => department === "operations",
  "5": ({ department }) => department === "audit",
  /** outputs of people's records, of the trail; capital: their own only */
  r: ({ content }) => content === "people",
  R: ({ content, own }) => content === "people" && own === true,
  t: ({ content }) => content === "trail",
  T: ({ content, own }) => content === "trail" && own === true,
  /** 移転先1, 移転先2, of whoever's 提供 is not suspended */
  F: ({ list, suspended }) => list === "transfer1" && suspended === false,
  N: ({ list, suspended }) => list === "transfer2" && suspended === false,
  /** somebody whose 利用 is not suspended */
  u: ({ suspended }) => suspended === false,
  /** for the purpose that needs it */
  "#": ({ purpose, through }) => purpose === "individual-number" && through === "showPerson",
  "%": ({ purpose }) => purpose === "medical",
  "@": ({ purpose }) => purpose === "protected-address",
};

//                 年金   地区 情報 運 監 住税戸保申結
//                 窓審管長 窓長 利長 用 査
const window = "   yy--   y-   --   -  -  ------";
const lookUp = "   yyy-   y-   --   -  -  ------";
const pension = "  yyy-   --   --   -  -  ------";
const office = "   -yy-   --   --   -  -  ------";
const operated = " -yy-   --   --   y  -  ------";
const manager = "  --y-   --   --   -  -  ------";
const approver = " --n-   --   --   -  -  ------";
const everyone = " yyyy   yy   yy   y  y  ------";
const grantor = "  ---p   -d   -i   -  -  ------";
const ender = "    ---y   -y   yy   -  -  ------";
const erasing = "  --yy   --   --   -  -  ------";
const erasure = "  --yy   --   --   y  -  ------";
const proved = "   --yy   --   --   y  y  ------";
const auditor = "  ----   --   --   -  y  ------";

/** By the kind of thing that is acted on. */
export const matrix: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Filing: {
    ...Object.fromEntries([...flowIds, "unknown"].map((flow) => [`file:${flow}`, window])),
    listFilings: lookUp,
    showFiling: lookUp,
    actOnFiling: window,
    "step:accept": window,
    "step:return-for-correction": window,
    "step:correct": window,
    "step:withdraw": window,
    "step:close": window,
    "step:examine": " -n--   --   --   -  -  ------",
  },
  Person: {
    showPerson: lookUp,
    showLedger: lookUp,
    showMonths: lookUp,
    searchPeople: lookUp,
    showBenefits: pension,
    assessExemption: pension,
    assessBenefit: pension,
    "reveal:individual-number": " ###-   #-   --   -  -  ------",
    "reveal:medical": "           -%%-   --   --   -  -  ------",
    "reveal:protected-address": " -@@-   --   --   -  -  ------",
    findSubject: "      --yy   --   --   -  y  ------",
    findTerms: auditor,
    resolveSubjects: "  --yy   --   --   -  -  ------",
    "use:bulk": "       -uu-   --   --   -  -  ------",
  },
  Transmittal: {
    listRuns: operated,
    showRun: operated,
    startRun: office,
    decideRun: approver,
    resumeRun: "        --y-   --   --   y  -  ------",
    "reveal:run-members": office,
    "reveal:run-files": manager,
  },
  Results: {
    importResults: "    -yy-   --   --   -  -  -----y",
    showResults: office,
  },
  IncomeOutput: {
    runIncomeOutput: office,
    listIncomeOutputs: office,
    showIncomeOutput: office,
    decideIncomeOutput: approver,
    "reveal:income-output-files": manager,
  },
  Batch: {
    runBatch: office,
    showBatch: operated,
    "reveal:batch-rows": office,
  },
  List: { showList: office },
  ResidentChange: {
    takeResidentChanges: "    -y--   --   --   -  -  y-----",
    listResidentChanges: pension,
    decideResidentChange: "   yy--   --   --   -  -  ------",
  },
  Income: {
    takeIncomes: "  -y--   --   --   -  -  -y----",
    showIncome: pension,
    listIncomeCorrections: pension,
    referIncome: "  yy--   --   --   -  -  ------",
    decideIncomeCorrection: " -y--   --   --   -  -  ------",
  },
  Provision: { provideItems: " ----   --   --   -  -  --FN--" },
  Session: { showSession: everyone, endSession: everyone },
  Right: {
    requestRight: " 1111   22   y3   4  5  ------",
    decideRight: grantor,
    confirmRight: grantor,
    endRight: "      ---P   -D   yI   -  -  ------",
  },
  OfficerFile: {
    endOfficer: ender,
    listRights: "      ---y   -y   yy   -  y  ------",
    showOfficer: "     ---y   -y   yy   -  y  ------",
    identifyOfficer: " ----   --   y-   -  -  ------",
  },
  Output: {
    requestOutput: " -rr-   --   --   -  t  ------",
    listOutputs: "   -yy-   --   --   -  y  ------",
    showOutput: "    -Ry-   --   --   -  T  ------",
    produceOutput: " -Rr-   --   --   -  T  ------",
    takeOutput: "    -RR-   --   --   -  T  ------",
    decideOutput: approver,
  },
  Request: {
    receiveRequest: "   yyyy   --   --   -  -  ------",
    listRequests: "     yyyy   --   --   -  y  ------",
    showRequest: "      yyyy   --   --   -  y  ------",
    takeRequestStep: "  yyyy   --   --   -  -  ------",
    "decide-request": " --nn   --   --   -  -  ------",
    "reveal:request-notes": " yyyy   --   --   -  -  ------",
  },
  Suspension: {
    placeSuspension: "  --yy   --   --   -  -  ------",
    liftSuspension: "   --nn   --   --   -  -  ------",
    listSuspensions: "  -yyy   --   --   -  -  ------",
  },
  Notice: { prepareNotices: office, listNotices: office, settleNotice: office },
  Trail: {
    listEntries: auditor,
    showEntry: auditor,
    showActivity: auditor,
    listDigests: "     ----   --   --   y  y  ------",
    verifyDigests: "   ----   --   --   y  y  ------",
  },
  Report: {
    listReports: "     ---y   --   --   -  y  ------",
    showReport: "      ---y   --   --   -  y  ------",
  },
  Erasure: {
    listErasures: erasure,
    showErasure: erasure,
    resumeErasure: erasure,
    listErasureItems: erasing,
    decideErasure: "   --nn   --   --   -  -  ------",
    settleFinding: erasing,
    "reveal:findings": erasing,
  },
  Hold: { listHolds: erasing, placeHold: erasing, liftHold: erasing },
  Certificate: { listCertificates: proved, showCertificate: proved, showRetention: proved },
};

const granted = (department: string): readonly string[] | undefined =>
  Object.hasOwn(dutiesOf, department) ? dutiesOf[department as Department] : undefined;

/** Duties that a department does not have, a person who says to be a system, a system without a name: such a caller may nothing. */
const isOutOfPlace = ({ department, duties, system }: Asker): boolean => {
  const known = granted(department);
  if (!known) return false;
  return (
    duties.length === 0 ||
    duties.some((duty) => !known.includes(duty)) ||
    (department === "linked-system") !== (system !== null)
  );
};

/**
 * The decision over one cell. Duties held together may what one of them may under the same facts.
 * "undecided" where the table says nothing.
 */
export const decisionOf = (
  asker: Asker,
  { resource, action }: { readonly resource: string; readonly action: string },
  facts: MatrixFacts,
  table = matrix,
): "permit" | "deny" | "undecided" => {
  const row = table[resource]?.[action]?.replaceAll(" ", "");
  const known = Object.entries(facts).every(([name, value]) =>
    ((factValues as Readonly<Record<string, readonly unknown[]>>)[name] ?? []).includes(value),
  );
  if (row?.length !== columns.length || !known) return "undecided";
  if (isOutOfPlace(asker)) return "deny";
  const cells = asker.duties.map((duty) => {
    const at = columns.findIndex(
      ([department, each, system]) => department === asker.department && each === duty && system === asker.system,
    );
    return signs[row[at] ?? ""];
  });
  if (cells.length === 0 || cells.includes(undefined)) return "undecided";
  return cells.some((holds) => holds?.(facts)) ? "permit" : "deny";
};
