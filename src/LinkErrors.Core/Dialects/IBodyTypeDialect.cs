namespace LinkErrors.Dialects;

/// <summary>A <see cref="LinkErrorDialect"/> whose JSON body has a schema in OpenAPI documents. Without it the body is documented by its codes only.</summary>
public interface IBodyTypeDialect
{
    /// <summary>A type with the members of the JSON body. Nothing makes an instance of it.</summary>
    Type BodyType { get; }
}
