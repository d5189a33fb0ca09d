/** What becomes of a column: it leaves as a code, number or day, as an id that stands for no person, as a version of the format, as a keyed token, or not at all. */
export type Treatment =
  | { as: "code" }
  | { as: "id" }
  | { as: "version" }
  | { as: "token"; of: string }
  | { as: "dropped"; identifier: string };

const names = (text: string) => text.trim().split(/\s+/);

/** Ids that stand for people, households and their records, and what each is of: the same id gets the same token in every file. */
const TOKENS: Readonly<Record<string, string>> = {
  PersonalID: "person",
  EnrollmentID: "enrollment",
  HouseholdID: "household",
  UserID: "user",
  AssessmentID: "assessment",
  AssessmentQuestionID: "assessment_question",
  AssessmentResultID: "assessment_result",
  CurrentLivingSitID: "living_situation",
  DisabilitiesID: "disability",
  EmploymentEducationID: "employment_education",
  EnrollmentCoCID: "enrollment_coc",
  EventID: "event",
  ExitID: "exit",
  HealthAndDVID: "health",
  IncomeBenefitsID: "income",
  ServicesID: "service",
  YouthEducationStatusID: "education_status",
};

/** Ids of exports, organizations, projects and grants. */
const IDS = new Set(
  names(
    `AffiliationID CEParticipationID ExportID FunderID GrantID HMISParticipationID ImplementationID InventoryID
    LocationCrisisOrPHHousing OrganizationID ProjectCoCID ProjectID ResProjectID SourceID`,
  ),
);

/** Columns that never leave, by the kind of thing they hold. System timestamps would find a record again in the audit log of the HMIS. */
const DROPPED: Readonly<Record<string, string>> = {
  "a person's name": `
    FirstName MiddleName LastName NameSuffix SourceContactFirst SourceContactLast UserFirstName UserLastName`,
  "a Social Security number": `SSN`,
  "a date of birth": `DOB`,
  "an expected date of birth": `DueDate`,
  "a telephone number": `SourceContactPhone SourceContactExtension UserPhone UserExtension`,
  "an e-mail address": `SourceContactEmail UserEmail`,
  "a contact in aftercare": `Telephone EmailSocialMedia`,
  "a street address": `LastPermanentStreet Address1 Address2`,
  "a city or town": `LastPermanentCity City`,
  "a ZIP code": `LastPermanentZIP ZIP`,
  "an exact place": `Geocode`,
  "free text": `
    AdditionalRaceEthnicity DifferentIdentityText PreferredLanguageDifferent SexualOrientationOther
    OtherDestination OtherFunder LocationDetails AssessmentLocation AssessmentQuestionGroup
    AssessmentQuestion AssessmentAnswer AssessmentResultType AssessmentResult OtherTypeProvided MovingOnOtherType
    OtherIncomeSourceIdentify OtherBenefitsSourceIdentify OtherInsuranceIdentify`,
  "the name of an organization, project or system": `
    SourceName SoftwareName SoftwareVersion OrganizationName OrganizationCommonName ProjectName ProjectCommonName`,
  "a system timestamp": `DateCreated DateUpdated`,
};

/** Columns of codes, numbers and days in each file of HUD's FY2022 HMIS CSV (format specifications, version 1.2). */
const CODES_2022: Readonly<Record<string, string>> = {
  Affiliation: `DateDeleted`,
  Assessment: `AssessmentDate AssessmentType AssessmentLevel PrioritizationStatus DateDeleted`,
  AssessmentQuestions: `AssessmentQuestionOrder DateDeleted`,
  AssessmentResults: `DateDeleted`,
  Client: `
    NameDataQuality SSNDataQuality DOBDataQuality AmIndAKNative Asian BlackAfAmerican NativeHIPacific White
    RaceNone Ethnicity Female Male NoSingleGender Transgender Questioning GenderNone VeteranStatus
    YearEnteredService YearSeparated WorldWarII KoreanWar VietnamWar DesertStorm AfghanistanOEF IraqOIF IraqOND
    OtherTheater MilitaryBranch DischargeStatus DateDeleted`,
  CurrentLivingSituation: `
    InformationDate CurrentLivingSituation VerifiedBy LeaveSituation14Days SubsequentResidence ResourcesToObtain
    LeaseOwn60Day MovedTwoOrMore DateDeleted`,
  Disabilities: `
    InformationDate DisabilityType DisabilityResponse IndefiniteAndImpairs TCellCountAvailable TCellCount
    TCellSource ViralLoadAvailable ViralLoad ViralLoadSource AntiRetroviral DataCollectionStage DateDeleted`,
  EmploymentEducation: `
    InformationDate LastGradeCompleted SchoolStatus Employed EmploymentType NotEmployedReason DataCollectionStage
    DateDeleted`,
  Enrollment: `
    EntryDate RelationshipToHoH LivingSituation LengthOfStay LOSUnderThreshold PreviousStreetESSH DateToStreetESSH
    TimesHomelessPastThreeYears MonthsHomelessPastThreeYears DisablingCondition DateOfEngagement MoveInDate
    DateOfPATHStatus ClientEnrolledInPATH ReasonNotEnrolled WorstHousingSituation PercentAMI LastPermanentState
    AddressDataQuality ReferralSource CountOutreachReferralApproaches DateOfBCPStatus EligibleForRHY
    ReasonNoServices RunawayYouth SexualOrientation FormerWardChildWelfare ChildWelfareYears ChildWelfareMonths
    FormerWardJuvenileJustice JuvenileJusticeYears JuvenileJusticeMonths UnemploymentFam MentalHealthDisorderFam
    PhysicalDisabilityFam AlcoholDrugUseDisorderFam InsufficientIncome IncarceratedParent VAMCStation
    TargetScreenReqd TimeToHousingLoss AnnualPercentAMI LiteralHomelessHistory ClientLeaseholder HOHLeaseholder
    SubsidyAtRisk EvictionHistory CriminalRecord IncarceratedAdult PrisonDischarge SexOffender DisabledHoH
    CurrentPregnant SingleParent DependentUnder6 HH5Plus CoCPrioritized HPScreeningScore ThresholdScore
    DateDeleted`,
  EnrollmentCoC: `InformationDate CoCCode DataCollectionStage DateDeleted`,
  Event: `
    EventDate Event ProbSolDivRRResult ReferralCaseManageAfter ReferralResult ResultDate DateDeleted`,
  Exit: `
    ExitDate Destination HousingAssessment SubsidyInformation ProjectCompletionStatus EarlyExitReason
    ExchangeForSex ExchangeForSexPastThreeMonths CountOfExchangeForSex AskedOrForcedToExchangeForSex
    AskedOrForcedToExchangeForSexPastThreeMonths WorkplaceViolenceThreats WorkplacePromiseDifference
    CoercedToContinueWork LaborExploitPastThreeMonths CounselingReceived IndividualCounseling FamilyCounseling
    GroupCounseling SessionCountAtExit PostExitCounselingPlan SessionsInPlan DestinationSafeClient
    DestinationSafeWorker PosAdultConnections PosPeerConnections PosCommunityConnections AftercareDate
    AftercareProvided InPersonIndividual InPersonGroup CMExitReason DateDeleted`,
  Export: `
    SourceType ExportDate ExportStartDate ExportEndDate ExportPeriodType ExportDirective HashStatus`,
  Funder: `Funder StartDate EndDate DateDeleted`,
  HealthAndDV: `
    InformationDate DomesticViolenceVictim WhenOccurred CurrentlyFleeing GeneralHealthStatus DentalHealthStatus
    MentalHealthStatus PregnancyStatus LifeValue SupportFromOthers BounceBack FeelingFrequency DataCollectionStage
    DateDeleted`,
  IncomeBenefits: `
    InformationDate IncomeFromAnySource TotalMonthlyIncome Earned EarnedAmount Unemployment UnemploymentAmount SSI
    SSIAmount SSDI SSDIAmount VADisabilityService VADisabilityServiceAmount VADisabilityNonService
    VADisabilityNonServiceAmount PrivateDisability PrivateDisabilityAmount WorkersComp WorkersCompAmount TANF
    TANFAmount GA GAAmount SocSecRetirement SocSecRetirementAmount Pension PensionAmount ChildSupport
    ChildSupportAmount Alimony AlimonyAmount OtherIncomeSource OtherIncomeAmount BenefitsFromAnySource SNAP WIC
    TANFChildCare TANFTransportation OtherTANF OtherBenefitsSource InsuranceFromAnySource Medicaid
    NoMedicaidReason Medicare NoMedicareReason SCHIP NoSCHIPReason VAMedicalServices NoVAMedReason
    EmployerProvided NoEmployerProvidedReason COBRA NoCOBRAReason PrivatePay NoPrivatePayReason StateHealthIns
    NoStateHealthInsReason IndianHealthServices NoIndianHealthServicesReason OtherInsurance HIVAIDSAssistance
    NoHIVAIDSAssistanceReason ADAP NoADAPReason RyanWhiteMedDent NoRyanWhiteReason ConnectionWithSOAR
    DataCollectionStage DateDeleted`,
  Inventory: `
    CoCCode HouseholdType Availability UnitInventory BedInventory CHVetBedInventory YouthVetBedInventory
    VetBedInventory CHYouthBedInventory YouthBedInventory CHBedInventory OtherBedInventory ESBedType
    InventoryStartDate InventoryEndDate DateDeleted`,
  Organization: `VictimServiceProvider DateDeleted`,
  Project: `
    OperatingStartDate OperatingEndDate ContinuumProject ProjectType HousingType ResidentialAffiliation
    TrackingMethod HMISParticipatingProject TargetPopulation HOPWAMedAssistedLivingFac PITCount DateDeleted`,
  ProjectCoC: `CoCCode State GeographyType DateDeleted`,
  Services: `DateProvided RecordType TypeProvided SubTypeProvided FAAmount ReferralOutcome DateDeleted`,
  User: `DateDeleted`,
  YouthEducationStatus: `
    InformationDate CurrentSchoolAttend MostRecentEdStatus CurrentEdStatus DataCollectionStage DateDeleted`,
};

/** What FY2024 added (format specifications FY2024); the columns it took away stay known, for exports in between have both. */
const CODES_SINCE_2024: Readonly<Record<string, string>> = {
  CEParticipation: `
    AccessPoint PreventionAssessment CrisisAssessment HousingAssessment DirectServices ReceivesReferrals
    CEParticipationStatusStartDate CEParticipationStatusEndDate DateDeleted`,
  Client: `
    HispanicLatinaeo MidEastNAfrican Woman Man NonBinary CulturallySpecific DifferentIdentity`,
  CurrentLivingSituation: `CLSSubsidyType`,
  Enrollment: `EnrollmentCoC RentalSubsidyType TranslationNeeded PreferredLanguage`,
  Exit: `DestinationSubsidyType`,
  HMISParticipation: `
    HMISParticipationType HMISParticipationStatusStartDate HMISParticipationStatusEndDate DateDeleted`,
  HealthAndDV: `DomesticViolenceSurvivor`,
  IncomeBenefits: `VHAServices NoVHAReason`,
  Project: `RRHSubType`,
  Services: `FAStartDate FAEndDate`,
};

/** What FY2026 added (format specifications FY2026). */
const CODES_SINCE_2026: Readonly<Record<string, string>> = {
  Client: `Sex HispanicLatinao`,
  Enrollment: `MentalHealthConsultation`,
};

const CODES = [CODES_2022, CODES_SINCE_2024, CODES_SINCE_2026];

const identifierOf = new Map(
  Object.entries(DROPPED).flatMap(([identifier, columns]) => names(columns).map((column) => [column, identifier])),
);

/** Names of the files of the format in any of its versions, without `.csv`. */
export const hmisFiles: readonly string[] = [...new Set(CODES.flatMap((files) => Object.keys(files)))];

const codesOf = new Map(
  hmisFiles.map((file) => [file, new Set(CODES.flatMap((files) => (files[file] ? names(files[file]) : [])))]),
);

/** What becomes of a column of a file (named without `.csv`). A column the format does not have is dropped. */
export function treatment(file: string, column: string): Treatment {
  const identifier = identifierOf.get(column);
  if (identifier) return { as: "dropped", identifier };
  if (Object.hasOwn(TOKENS, column)) return { as: "token", of: TOKENS[column]! };
  if (IDS.has(column)) return { as: "id" };
  if (column === "CSVVersion") return { as: "version" };
  if (codesOf.get(file)?.has(column)) return { as: "code" };
  return { as: "dropped", identifier: "something the format does not have" };
}
