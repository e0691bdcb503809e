"""Every event type there is, by its CloudEvents type: the one list that codecs, schemas and documents read."""

from shared.contracts import deadlines, networks, notify, reporting, triage
from shared.contracts.event import Event

EVENTS: dict[str, type[Event]] = {
    event.type: event
    for event in (
        reporting.ReportSubmitted,
        reporting.ReportSupported,
        reporting.ReportWithdrawn,
        reporting.ReportMessaged,
        reporting.ReportDisputed,
        reporting.AttachmentAdded,
        triage.CaseOpened,
        triage.CaseEscalated,
        triage.CaseDeescalated,
        triage.CaseAssigned,
        triage.CaseReopened,
        triage.CaseClosed,
        triage.CaseOverdue,
        triage.CaseReviewDue,
        triage.HandoverOffered,
        triage.HandoverAccepted,
        triage.HandoverDeclined,
        triage.HandoverWithdrawn,
        triage.HandoverExpired,
        triage.PatternFound,
        deadlines.ReviewStageDue,
        deadlines.ReviewStageOverdue,
        deadlines.FollowUpDue,
        deadlines.FollowUpOverdue,
        networks.EngagementOffered,
        networks.EngagementAccepted,
        networks.EngagementDeclined,
        networks.EngagementExpired,
        networks.EngagementRecalled,
        networks.EngagementCompleted,
        networks.EngagementFoundUnsafe,
        networks.MatchingEnded,
        notify.NotificationSent,
        notify.NotificationSuppressed,
        notify.NotificationFailed,
    )
}
