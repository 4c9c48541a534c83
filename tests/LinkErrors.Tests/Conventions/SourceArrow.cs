namespace LinkErrors.Tests.Conventions;

/// <summary>A file names something that another file declares.</summary>
internal sealed record SourceArrow(string File, string NamedFile, string Name)
{
    public string Room => RoomOf(File);

    public string NamedRoom => RoomOf(NamedFile);

    public override string ToString() => $"{File} names {Name} of {NamedFile}";

    /// <summary>A project without folders is one room.</summary>
    private static string RoomOf(string file) => file.Split('/') is [_, var folder, _] ? folder : file.Split('/', '.')[1];
}
