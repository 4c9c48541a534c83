namespace LinkErrors.Tests.Inspection;

/// <summary>One application for the tests of a class, which run one after the other.</summary>
public sealed class InspectorFixture : IAsyncLifetime
{
    public InspectedApplication Application { get; private set; } = null!;

    public async Task InitializeAsync() => Application = await InspectedApplication.StartAsync();

    public async Task DisposeAsync() => await Application.DisposeAsync();
}
