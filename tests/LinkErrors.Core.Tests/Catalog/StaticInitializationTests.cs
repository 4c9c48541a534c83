using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using LinkErrors.Dialects;

namespace LinkErrors.Core.Tests.Catalog;

/// <summary>
/// Whichever class a process touches first, the static state comes out whole: a circle between two class constructors
/// shows itself only in the order in which nobody tried them.
/// </summary>
public sealed class StaticInitializationTests
{
    private const string Catalog = "LinkErrors.LinkErrorCatalog";

    public static TheoryData<string> ClassNames { get; } = [.. Initialized(typeof(LinkError).Assembly).Select(type => type.FullName!)];

    [Fact]
    public void Classes_WithStaticState_AreFound() =>
        Initialized(typeof(LinkError).Assembly).Select(type => type.FullName).Should().HaveCountGreaterThan(15).And.Contain(
        [
            typeof(LinkErrorDefinitions).FullName,
            typeof(LinkErrorCatalog).FullName,
            typeof(LinkErrorDialects).FullName,
            typeof(LinkErrorWriteContext).FullName,
            "LinkErrors.Model.LinkErrorCodeRule",
            "LinkErrors.Dialects.WireText",
            "LinkErrors.Dialects.OAuthDialect",
        ]);

    [Theory]
    [MemberData(nameof(ClassNames))]
    public void ClassConstructor_RunFirst_LeavesStaticStateWhole(string className) => InFreshContext(assembly =>
    {
        Initialize(assembly.GetType(className, throwOnError: true)!);
        foreach (Type type in Initialized(assembly))
        {
            Initialize(type);
        }
    });

    [Fact]
    public void ClassConstructors_RunInParallel_LeaveStaticStateWhole()
    {
        for (int round = 0; round < 10; round++)
        {
            InFreshContext(assembly =>
            {
                Type[] types = [.. Initialized(assembly)];
                ConcurrentQueue<Exception> failures = new();
                using Barrier start = new(types.Length);
                Thread[] threads = [.. types.Select(type => new Thread(() =>
                {
                    start.SignalAndWait();
                    failures.Enqueue(Record.Exception(() => Initialize(type))!);
                }))];

                Array.ForEach(threads, thread => thread.Start());
                threads.Should().OnlyContain(thread => thread.Join(TimeSpan.FromSeconds(60)));
                failures.Should().HaveCount(types.Length).And.OnlyContain(failure => failure == null);
            });
        }
    }

    private static void InFreshContext(Action<Assembly> test)
    {
        AssemblyLoadContext context = new("fresh", isCollectible: true);
        try
        {
            Assembly assembly = context.LoadFromAssemblyPath(typeof(LinkError).Assembly.Location);
            assembly.Should().NotBeSameAs(typeof(LinkError).Assembly, "the classes of this process are initialised already");
            test(assembly);

            // A circle need not throw: it can also leave nulls behind.
            object[] entries = [.. (IEnumerable<object>)assembly.GetType(Catalog, throwOnError: true)!.GetProperty("Default")!.GetValue(null)!];
            entries.Should().HaveCount(95).And.NotContainNulls();
            object[] dialects = [.. (IEnumerable<object>)assembly.GetType(typeof(LinkErrorDialects).FullName!, throwOnError: true)!.GetProperty("All")!.GetValue(null)!];
            dialects.Select(dialect => dialect.ToString()).Should().Equal(LinkErrorDialects.All.Select(dialect => dialect.Name));
        }
        finally
        {
            context.Unload();
        }
    }

    private static IEnumerable<Type> Initialized(Assembly assembly) =>
        assembly.GetTypes().Where(type => type.TypeInitializer is not null && !type.ContainsGenericParameters);

    private static void Initialize(Type type) => RuntimeHelpers.RunClassConstructor(type.TypeHandle);
}
