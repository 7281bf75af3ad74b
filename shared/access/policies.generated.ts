/** Written by tools/policies/write.ts from shared/access/policies/. A test compares; change the policies instead. */

export interface Principal {
  readonly department: string;
  readonly duties: readonly string[];
  readonly system: string | undefined;
}

/** What decides beside the caller: attributes of the resource and of the context. */
export interface Facts {
  readonly department: string;
  readonly duty: string;
  readonly mine: boolean;
  readonly own: boolean;
  readonly content: string;
  readonly list: string;
  readonly suspended: boolean;
  readonly purpose: string | undefined;
  readonly through: string;
}

type Condition = (principal: Principal, facts: Facts) => boolean;

/** An action is permitted where one permits it and none forbids it. */
export interface Rule {
  readonly permits: readonly Condition[];
  readonly forbids: readonly Condition[];
}

const takeFilings: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("clerk") || principal.duties.includes("examiner"))) ||
  (principal.department === "district-office" && principal.duties.includes("clerk"));

const noIndividualDataOutsideTheWork: Condition = (principal) =>
  principal.department === "operations" || principal.department === "information-policy";

const auditorsChangeNothing: Condition = (principal) => principal.department === "audit";

const systemsOnlyLink: Condition = (principal) => principal.system !== undefined;

const dutiesOfTheDepartment: Condition = (principal) =>
  !(principal.system !== undefined
    ? principal.department === "linked-system" && principal.duties.every((each) => ["system"].includes(each))
    : (principal.department === "pension" &&
        principal.duties.every((each) => ["clerk", "examiner", "manager", "head"].includes(each))) ||
      (principal.department === "district-office" &&
        principal.duties.every((each) => ["clerk", "head"].includes(each))) ||
      (principal.department === "information-policy" &&
        principal.duties.every((each) => ["steward", "head"].includes(each))) ||
      (principal.department === "operations" && principal.duties.every((each) => ["operator"].includes(each))) ||
      (principal.department === "audit" && principal.duties.every((each) => ["auditor"].includes(each))));

const assess: Condition = (principal) =>
  principal.department === "pension" &&
  (principal.duties.includes("clerk") || principal.duties.includes("examiner") || principal.duties.includes("manager"));

const haveASayOverRights: Condition = (principal, facts) =>
  principal.duties.includes("head") &&
  (principal.department === facts.department ||
    (principal.department === "pension" &&
      (facts.department === "information-policy" ||
        (facts.department === "district-office" && facts.duty !== "head"))) ||
    (principal.department === "information-policy" &&
      (facts.department === "operations" ||
        facts.department === "audit" ||
        facts.department === "linked-system" ||
        facts.duty === "head")));

const ownWork: Condition = (_principal, facts) => facts.own;

const ownRight: Condition = (_principal, facts) => facts.mine;

const decideCorrections: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("examiner");

const approveRelease: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("manager");

const districtReleasesNothing: Condition = (principal) => principal.department === "district-office";

const decideOutputs: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("manager");

const decideLinkage: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("clerk") || principal.duties.includes("examiner"));

const endOfficers: Condition = (principal) =>
  principal.duties.includes("head") ||
  (principal.department === "information-policy" && principal.duties.includes("steward"));

const endAnyRight: Condition = (principal) =>
  principal.department === "information-policy" && principal.duties.includes("steward");

const bePresent: Condition = (principal) => !(principal.duties.length === 0);

const findSubject: Condition = (principal) =>
  (principal.department === "audit" && principal.duties.includes("auditor")) ||
  (principal.department === "pension" && (principal.duties.includes("head") || principal.duties.includes("manager")));

const findTerms: Condition = (principal) => principal.department === "audit" && principal.duties.includes("auditor");

const identifyOfficers: Condition = (principal) =>
  principal.department === "information-policy" && principal.duties.includes("steward");

const resultsFeed: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "results-intake";

const backOffice: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const decideSuspensions: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("manager") || principal.duties.includes("head"));

const operate: Condition = (principal) =>
  principal.department === "operations" && principal.duties.includes("operator");

const readTrail: Condition = (principal) => principal.department === "audit" && principal.duties.includes("auditor");

const viewFilings: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("clerk") ||
      principal.duties.includes("examiner") ||
      principal.duties.includes("manager"))) ||
  (principal.department === "district-office" && principal.duties.includes("clerk"));

const viewLinkage: Condition = (principal) =>
  principal.department === "pension" &&
  (principal.duties.includes("clerk") || principal.duties.includes("examiner") || principal.duties.includes("manager"));

const tellOfCorrections: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const listOutputs: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("examiner") || principal.duties.includes("manager"))) ||
  (principal.department === "audit" && principal.duties.includes("auditor"));

const readReportsAsHead: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("head");

const viewRights: Condition = (principal) =>
  principal.duties.includes("head") ||
  (principal.department === "information-policy" && principal.duties.includes("steward")) ||
  (principal.department === "audit" && principal.duties.includes("auditor"));

const listSuspensions: Condition = (principal) =>
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager") || principal.duties.includes("head"));

const followPeopleOutput: Condition = (principal, facts) =>
  facts.content === "people" &&
  principal.department === "pension" &&
  (principal.duties.includes("manager") || (facts.own && principal.duties.includes("examiner")));

const followTrailOutput: Condition = (principal, facts) =>
  facts.content === "trail" && facts.own && principal.department === "audit" && principal.duties.includes("auditor");

const transfer1: Condition = (principal, facts) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "family-registry" &&
  facts.list === "transfer1";

const transfer2: Condition = (principal, facts) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "national-health-insurance" &&
  facts.list === "transfer2";

const suspendedPeopleStayOut: Condition = (_principal, facts) => facts.suspended;

const requestPeopleOutput: Condition = (principal, facts) =>
  facts.content === "people" &&
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const requestTrailOutput: Condition = (principal, facts) =>
  facts.content === "trail" && principal.department === "audit" && principal.duties.includes("auditor");

const requestOwnDepartment: Condition = (principal, facts) =>
  (principal.duties.includes("clerk") ||
    principal.duties.includes("examiner") ||
    principal.duties.includes("manager") ||
    principal.duties.includes("head") ||
    principal.duties.includes("operator") ||
    principal.duties.includes("auditor")) &&
  principal.department === facts.department;

const requestAnyDepartment: Condition = (principal) =>
  principal.department === "information-policy" && principal.duties.includes("steward");

const resolveSubjects: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("head") || principal.duties.includes("manager"));

const resumeTransmittals: Condition = (principal) =>
  (principal.department === "pension" && principal.duties.includes("manager")) ||
  (principal.department === "operations" && principal.duties.includes("operator"));

const revealIndividualNumber: Condition = (principal, facts) =>
  facts.through === "showPerson" &&
  facts.purpose !== undefined &&
  facts.purpose === "individual-number" &&
  ((principal.department === "pension" &&
    (principal.duties.includes("clerk") ||
      principal.duties.includes("examiner") ||
      principal.duties.includes("manager"))) ||
    (principal.department === "district-office" && principal.duties.includes("clerk")));

const revealProtectedAddress: Condition = (principal, facts) =>
  facts.purpose !== undefined &&
  facts.purpose === "protected-address" &&
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const viewPeople: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("clerk") ||
      principal.duties.includes("examiner") ||
      principal.duties.includes("manager"))) ||
  (principal.department === "district-office" && principal.duties.includes("clerk"));

const showForApproval: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("manager");

const examineFilings: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("examiner");

const incomesFeed: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "tax";

const feedByHand: Condition = (principal) =>
  principal.department === "pension" && principal.duties.includes("examiner");

const takeOwnPeopleOutput: Condition = (principal, facts) =>
  facts.own &&
  facts.content === "people" &&
  principal.department === "pension" &&
  (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const takeOwnTrailOutput: Condition = (principal, facts) =>
  facts.own && facts.content === "trail" && principal.department === "audit" && principal.duties.includes("auditor");

const residentsFeed: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "resident-registry";

const useInBulk: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const haveASayOverRightsPerhaps: Condition = (principal) => principal.duties.includes("head");

const followPeopleOutputPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("manager") || principal.duties.includes("examiner"));

const followTrailOutputPerhaps: Condition = (principal) =>
  principal.department === "audit" && principal.duties.includes("auditor");

const transfer1Perhaps: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "family-registry";

const transfer2Perhaps: Condition = (principal) =>
  principal.department === "linked-system" &&
  principal.duties.includes("system") &&
  principal.system !== undefined &&
  principal.system === "national-health-insurance";

const requestPeopleOutputPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const requestTrailOutputPerhaps: Condition = (principal) =>
  principal.department === "audit" && principal.duties.includes("auditor");

const requestOwnDepartmentPerhaps: Condition = (principal) =>
  principal.duties.includes("clerk") ||
  principal.duties.includes("examiner") ||
  principal.duties.includes("manager") ||
  principal.duties.includes("head") ||
  principal.duties.includes("operator") ||
  principal.duties.includes("auditor");

const revealIndividualNumberPerhaps: Condition = (principal) =>
  (principal.department === "pension" &&
    (principal.duties.includes("clerk") ||
      principal.duties.includes("examiner") ||
      principal.duties.includes("manager"))) ||
  (principal.department === "district-office" && principal.duties.includes("clerk"));

const revealProtectedAddressPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const takeOwnPeopleOutputPerhaps: Condition = (principal) =>
  principal.department === "pension" && (principal.duties.includes("examiner") || principal.duties.includes("manager"));

const takeOwnTrailOutputPerhaps: Condition = (principal) =>
  principal.department === "audit" && principal.duties.includes("auditor");

const rule1: Rule = {
  permits: [takeFilings],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule2: Rule = {
  permits: [assess],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule3: Rule = {
  permits: [haveASayOverRights],
  forbids: [auditorsChangeNothing, ownWork, ownRight, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule4: Rule = {
  permits: [decideCorrections],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule5: Rule = {
  permits: [approveRelease],
  forbids: [
    districtReleasesNothing,
    noIndividualDataOutsideTheWork,
    auditorsChangeNothing,
    ownWork,
    systemsOnlyLink,
    dutiesOfTheDepartment,
  ],
};

const rule6: Rule = {
  permits: [decideOutputs],
  forbids: [districtReleasesNothing, auditorsChangeNothing, ownWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule7: Rule = {
  permits: [decideLinkage],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule8: Rule = {
  permits: [endOfficers],
  forbids: [auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule9: Rule = {
  permits: [haveASayOverRights, endAnyRight],
  forbids: [auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule10: Rule = { permits: [bePresent], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule11: Rule = {
  permits: [findSubject],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule12: Rule = {
  permits: [findTerms],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule13: Rule = {
  permits: [identifyOfficers],
  forbids: [auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule14: Rule = {
  permits: [resultsFeed, backOffice],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, dutiesOfTheDepartment],
};

const rule15: Rule = {
  permits: [decideSuspensions],
  forbids: [auditorsChangeNothing, ownWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule16: Rule = { permits: [operate, readTrail], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule17: Rule = { permits: [readTrail], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule18: Rule = {
  permits: [viewFilings],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule19: Rule = {
  permits: [viewLinkage],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule20: Rule = {
  permits: [backOffice],
  forbids: [districtReleasesNothing, noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule21: Rule = { permits: [tellOfCorrections], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule22: Rule = {
  permits: [listOutputs],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule23: Rule = { permits: [readTrail, readReportsAsHead], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule24: Rule = { permits: [viewRights], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule25: Rule = {
  permits: [backOffice, operate],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule26: Rule = { permits: [listSuspensions], forbids: [systemsOnlyLink, dutiesOfTheDepartment] };

const rule27: Rule = {
  permits: [decideSuspensions],
  forbids: [auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule28: Rule = {
  permits: [tellOfCorrections],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule29: Rule = {
  permits: [followPeopleOutput, followTrailOutput],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule30: Rule = {
  permits: [transfer1, transfer2],
  forbids: [noIndividualDataOutsideTheWork, suspendedPeopleStayOut, dutiesOfTheDepartment],
};

const rule31: Rule = {
  permits: [requestPeopleOutput, requestTrailOutput],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule32: Rule = {
  permits: [requestOwnDepartment, requestAnyDepartment],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment],
};

const rule33: Rule = {
  permits: [resolveSubjects],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule34: Rule = {
  permits: [resumeTransmittals],
  forbids: [districtReleasesNothing, auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule35: Rule = {
  permits: [approveRelease],
  forbids: [districtReleasesNothing, noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule36: Rule = {
  permits: [revealIndividualNumber],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule37: Rule = {
  permits: [revealProtectedAddress],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule38: Rule = {
  permits: [backOffice],
  forbids: [
    districtReleasesNothing,
    noIndividualDataOutsideTheWork,
    auditorsChangeNothing,
    systemsOnlyLink,
    dutiesOfTheDepartment,
  ],
};

const rule39: Rule = {
  permits: [viewPeople],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule40: Rule = {
  permits: [tellOfCorrections],
  forbids: [auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule41: Rule = {
  permits: [followPeopleOutput, followTrailOutput, showForApproval],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule42: Rule = {
  permits: [backOffice],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule43: Rule = {
  permits: [examineFilings],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, ownWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule44: Rule = {
  permits: [incomesFeed, feedByHand],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, dutiesOfTheDepartment],
};

const rule45: Rule = {
  permits: [takeOwnPeopleOutput, takeOwnTrailOutput],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule46: Rule = {
  permits: [residentsFeed, feedByHand],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, dutiesOfTheDepartment],
};

const rule47: Rule = {
  permits: [useInBulk],
  forbids: [districtReleasesNothing, suspendedPeopleStayOut, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule48: Rule = {
  permits: [haveASayOverRightsPerhaps],
  forbids: [auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule49: Rule = {
  permits: [approveRelease],
  forbids: [
    districtReleasesNothing,
    noIndividualDataOutsideTheWork,
    auditorsChangeNothing,
    systemsOnlyLink,
    dutiesOfTheDepartment,
  ],
};

const rule50: Rule = {
  permits: [decideOutputs],
  forbids: [districtReleasesNothing, auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule51: Rule = {
  permits: [haveASayOverRightsPerhaps, endAnyRight],
  forbids: [auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule52: Rule = {
  permits: [followPeopleOutputPerhaps, followTrailOutputPerhaps],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule53: Rule = {
  permits: [transfer1Perhaps, transfer2Perhaps],
  forbids: [noIndividualDataOutsideTheWork, dutiesOfTheDepartment],
};

const rule54: Rule = {
  permits: [requestPeopleOutputPerhaps, requestTrailOutputPerhaps],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule55: Rule = {
  permits: [requestOwnDepartmentPerhaps, requestAnyDepartment],
  forbids: [systemsOnlyLink, dutiesOfTheDepartment],
};

const rule56: Rule = {
  permits: [revealIndividualNumberPerhaps],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule57: Rule = {
  permits: [revealProtectedAddressPerhaps],
  forbids: [noIndividualDataOutsideTheWork, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule58: Rule = {
  permits: [followPeopleOutputPerhaps, followTrailOutputPerhaps, showForApproval],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule59: Rule = {
  permits: [examineFilings],
  forbids: [noIndividualDataOutsideTheWork, auditorsChangeNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule60: Rule = {
  permits: [takeOwnPeopleOutputPerhaps, takeOwnTrailOutputPerhaps],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

const rule61: Rule = {
  permits: [useInBulk],
  forbids: [districtReleasesNothing, systemsOnlyLink, dutiesOfTheDepartment],
};

/** Which facts an action is decided by; for those left out, the caller is enough. */
export const factNames = {
  confirmRight: ["department", "duty", "mine", "own"],
  decideIncomeOutput: ["own"],
  decideOutput: ["content", "own"],
  decideRight: ["department", "duty", "mine", "own"],
  decideRun: ["own"],
  endRight: ["department", "duty"],
  liftSuspension: ["own"],
  listOutputs: ["content"],
  produceOutput: ["content", "own"],
  provideItems: ["list", "suspended"],
  requestOutput: ["content"],
  requestRight: ["department", "duty"],
  "reveal:individual-number": ["purpose", "through"],
  "reveal:protected-address": ["purpose"],
  showOutput: ["content", "own"],
  "step:examine": ["own"],
  takeOutput: ["content", "own"],
  "use:bulk": ["suspended"],
} as const satisfies Record<string, readonly (keyof Facts)[]>;

/** The rule of each action. */
export const rules = {
  actOnFiling: rule1,
  assessExemption: rule2,
  confirmRight: rule3,
  decideIncomeCorrection: rule4,
  decideIncomeOutput: rule5,
  decideOutput: rule6,
  decideResidentChange: rule7,
  decideRight: rule3,
  decideRun: rule5,
  endOfficer: rule8,
  endRight: rule9,
  endSession: rule10,
  "file:acquisition": rule1,
  "file:additional-premium-start": rule1,
  "file:additional-premium-withdrawal": rule1,
  "file:address-change": rule1,
  "file:birth-or-sex-correction": rule1,
  "file:change-from-category-2": rule1,
  "file:change-from-category-3": rule1,
  "file:childcare-automatic": rule1,
  "file:childcare-change": rule1,
  "file:childcare-end": rule1,
  "file:childcare-exemption": rule1,
  "file:continuation-request": rule1,
  "file:continuation-withdrawal": rule1,
  "file:continued-exemption": rule1,
  "file:employees-pension-joined": rule1,
  "file:ex-officio-acquisition": rule1,
  "file:ex-officio-correction": rule1,
  "file:exclusion": rule1,
  "file:exemption-application": rule1,
  "file:exemption-cancellation": rule1,
  "file:farmer-premium-end": rule1,
  "file:farmer-premium-start": rule1,
  "file:fund-joined": rule1,
  "file:late-payment": rule1,
  "file:loss": rule1,
  "file:maternity-change": rule1,
  "file:maternity-exemption": rule1,
  "file:name-change": rule1,
  "file:number-notice-reissue": rule1,
  "file:payment-choice": rule1,
  "file:payment-choice-correction": rule1,
  "file:special-voluntary-enrolment": rule1,
  "file:statutory-exemption-end": rule1,
  "file:statutory-exemption-start": rule1,
  "file:student-deferment-application": rule1,
  "file:student-deferment-end": rule1,
  "file:unknown": rule1,
  "file:voluntary-enrolment": rule1,
  "file:voluntary-withdrawal": rule1,
  findSubject: rule11,
  findTerms: rule12,
  identifyOfficer: rule13,
  importResults: rule14,
  liftSuspension: rule15,
  listDigests: rule16,
  listEntries: rule17,
  listFilings: rule18,
  listIncomeCorrections: rule19,
  listIncomeOutputs: rule20,
  listNotices: rule21,
  listOutputs: rule22,
  listReports: rule23,
  listResidentChanges: rule19,
  listRights: rule24,
  listRuns: rule25,
  listSuspensions: rule26,
  placeSuspension: rule27,
  prepareNotices: rule28,
  produceOutput: rule29,
  provideItems: rule30,
  referIncome: rule7,
  requestOutput: rule31,
  requestRight: rule32,
  resolveSubjects: rule33,
  resumeRun: rule34,
  "reveal:batch-rows": rule20,
  "reveal:income-output-files": rule35,
  "reveal:individual-number": rule36,
  "reveal:protected-address": rule37,
  "reveal:run-files": rule35,
  "reveal:run-members": rule20,
  runBatch: rule38,
  runIncomeOutput: rule38,
  searchPeople: rule39,
  settleNotice: rule40,
  showActivity: rule17,
  showBatch: rule25,
  showEntry: rule17,
  showFiling: rule18,
  showIncome: rule19,
  showIncomeOutput: rule20,
  showLedger: rule39,
  showList: rule20,
  showMonths: rule39,
  showOfficer: rule24,
  showOutput: rule41,
  showPerson: rule39,
  showReport: rule23,
  showResults: rule42,
  showRun: rule25,
  showSession: rule10,
  startRun: rule38,
  "step:accept": rule1,
  "step:close": rule1,
  "step:correct": rule1,
  "step:examine": rule43,
  "step:return-for-correction": rule1,
  "step:withdraw": rule1,
  takeIncomes: rule44,
  takeOutput: rule45,
  takeResidentChanges: rule46,
  "use:bulk": rule47,
  verifyDigests: rule16,
} as const satisfies Record<string, Rule>;

/** The same while the facts are unknown: permits what some facts would. */
export const gates = {
  actOnFiling: rule1,
  assessExemption: rule2,
  confirmRight: rule48,
  decideIncomeCorrection: rule4,
  decideIncomeOutput: rule49,
  decideOutput: rule50,
  decideResidentChange: rule7,
  decideRight: rule48,
  decideRun: rule49,
  endOfficer: rule8,
  endRight: rule51,
  endSession: rule10,
  "file:acquisition": rule1,
  "file:additional-premium-start": rule1,
  "file:additional-premium-withdrawal": rule1,
  "file:address-change": rule1,
  "file:birth-or-sex-correction": rule1,
  "file:change-from-category-2": rule1,
  "file:change-from-category-3": rule1,
  "file:childcare-automatic": rule1,
  "file:childcare-change": rule1,
  "file:childcare-end": rule1,
  "file:childcare-exemption": rule1,
  "file:continuation-request": rule1,
  "file:continuation-withdrawal": rule1,
  "file:continued-exemption": rule1,
  "file:employees-pension-joined": rule1,
  "file:ex-officio-acquisition": rule1,
  "file:ex-officio-correction": rule1,
  "file:exclusion": rule1,
  "file:exemption-application": rule1,
  "file:exemption-cancellation": rule1,
  "file:farmer-premium-end": rule1,
  "file:farmer-premium-start": rule1,
  "file:fund-joined": rule1,
  "file:late-payment": rule1,
  "file:loss": rule1,
  "file:maternity-change": rule1,
  "file:maternity-exemption": rule1,
  "file:name-change": rule1,
  "file:number-notice-reissue": rule1,
  "file:payment-choice": rule1,
  "file:payment-choice-correction": rule1,
  "file:special-voluntary-enrolment": rule1,
  "file:statutory-exemption-end": rule1,
  "file:statutory-exemption-start": rule1,
  "file:student-deferment-application": rule1,
  "file:student-deferment-end": rule1,
  "file:unknown": rule1,
  "file:voluntary-enrolment": rule1,
  "file:voluntary-withdrawal": rule1,
  findSubject: rule11,
  findTerms: rule12,
  identifyOfficer: rule13,
  importResults: rule14,
  liftSuspension: rule27,
  listDigests: rule16,
  listEntries: rule17,
  listFilings: rule18,
  listIncomeCorrections: rule19,
  listIncomeOutputs: rule20,
  listNotices: rule21,
  listOutputs: rule22,
  listReports: rule23,
  listResidentChanges: rule19,
  listRights: rule24,
  listRuns: rule25,
  listSuspensions: rule26,
  placeSuspension: rule27,
  prepareNotices: rule28,
  produceOutput: rule52,
  provideItems: rule53,
  referIncome: rule7,
  requestOutput: rule54,
  requestRight: rule55,
  resolveSubjects: rule33,
  resumeRun: rule34,
  "reveal:batch-rows": rule20,
  "reveal:income-output-files": rule35,
  "reveal:individual-number": rule56,
  "reveal:protected-address": rule57,
  "reveal:run-files": rule35,
  "reveal:run-members": rule20,
  runBatch: rule38,
  runIncomeOutput: rule38,
  searchPeople: rule39,
  settleNotice: rule40,
  showActivity: rule17,
  showBatch: rule25,
  showEntry: rule17,
  showFiling: rule18,
  showIncome: rule19,
  showIncomeOutput: rule20,
  showLedger: rule39,
  showList: rule20,
  showMonths: rule39,
  showOfficer: rule24,
  showOutput: rule58,
  showPerson: rule39,
  showReport: rule23,
  showResults: rule42,
  showRun: rule25,
  showSession: rule10,
  startRun: rule38,
  "step:accept": rule1,
  "step:close": rule1,
  "step:correct": rule1,
  "step:examine": rule59,
  "step:return-for-correction": rule1,
  "step:withdraw": rule1,
  takeIncomes: rule44,
  takeOutput: rule60,
  takeResidentChanges: rule46,
  "use:bulk": rule61,
  verifyDigests: rule16,
} as const satisfies Record<keyof typeof rules, Rule>;
