/// Every act of the register, in the order in which a listing's life meets them.
public enum ActVocabulary {
    public static let acts: [any Act.Type] = [
        AppointOfficer.self,
        LoadCalendarNotice.self,
        DeregisterSubject.self,
        AnnulPenalty.self,
        RecordRepair.self,
        RecordBan.self,
        GiveNotice.self,
        RecordDefence.self,
        DecideListing.self,
        ConfirmPublication.self,
        FileObjection.self,
        AcceptObjection.self,
        DecideObjection.self,
        ApplyForRemoval.self,
        AcceptRemovalApplication.self,
        DecideRemoval.self,
        RevokeListing.self,
        DrawPlan.self,
    ]
}
